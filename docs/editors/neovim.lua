-- Dermaudit in neovim 0.8 or newer: put this into init.lua, or save it as plugin/dermaudit.lua in the configuration's folder.

vim.filetype.add({ extension = { audit = "dermaudit" } })

vim.api.nvim_create_autocmd("FileType", {
  pattern = "dermaudit",
  callback = function(event)
    vim.bo[event.buf].commentstring = "# %s"
    vim.lsp.start({
      name = "dermaudit",
      cmd = { "dermaudit", "lsp" },
      root_dir = vim.fs.dirname(vim.api.nvim_buf_get_name(event.buf)),
    })
    local function map(keys, action)
      vim.keymap.set("n", keys, action, { buffer = event.buf })
    end
    map("K", vim.lsp.buf.hover)
    map("gd", vim.lsp.buf.definition)
    map("gr", vim.lsp.buf.references)
    map("<leader>r", vim.lsp.buf.rename)
    map("<leader>a", vim.lsp.buf.code_action)
    vim.bo[event.buf].omnifunc = "v:lua.vim.lsp.omnifunc"
    vim.api.nvim_create_autocmd("BufWritePre", {
      buffer = event.buf,
      callback = function() vim.lsp.buf.format() end,
    })
  end,
})
