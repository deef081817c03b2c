-- Run by NeovimTests inside `nvim --headless`: opens a script with the built server, and writes what a person would see.
--
--   PROGRAM, SCRIPT and RESULTS are taken from the environment.

local results = {}
local client = vim.lsp.start_client({
  name = "dermaudit",
  cmd = { vim.env.PROGRAM, "lsp" },
  root_dir = vim.fn.fnamemodify(vim.env.SCRIPT, ":h"),
})

local function wait(condition)
  return vim.wait(10000, condition, 10)
end

-- The first answer to a request about the place where a text begins.
local function ask(method, text, extra)
  vim.fn.cursor(1, 1)
  vim.fn.search("\\V" .. text, "c")
  local parameters = vim.lsp.util.make_position_params(0, "utf-16")
  parameters.position.character = parameters.position.character + (extra or 0)
  local answers = vim.lsp.buf_request_sync(0, method, parameters, 10000) or {}
  return (answers[client] or {}).result
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n"
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.SCRIPT))
vim.lsp.buf_attach_client(0, client)

wait(function() return #vim.diagnostic.get(0) > 0 end)
results.diagnostics = vim.tbl_map(function(found)
  return { code = found.code, line = found.lnum, column = found.col, message = found.message }
end, vim.diagnostic.get(0))

-- Types over the wrong word as a person would: the server is told the change, and the finding goes.
vim.fn.search("dpp")
vim.cmd("normal! cwdp")
results.mended = wait(function() return #vim.diagnostic.get(0) == 0 end)

local hover = ask("textDocument/hover", "dp by")
results.hover = hover and hover.contents.value
results.completion = vim.tbl_map(
  function(item) return item.label end, ask("textDocument/completion", "sex in [", #"sex in [") or {})
local definition = ask("textDocument/definition", "people with")
results.definition = definition and definition.range.start.line

vim.fn.cursor(1, 1)
vim.fn.search("\\Vpeople with")
vim.lsp.buf.rename("volunteers")
results.renamed = wait(function() return text():find("audit a = MelaNet on volunteers", 1, true) ~= nil end)
vim.lsp.buf.formatting_sync(nil, 10000)
results.text = text()

vim.lsp.stop_client(client)
results.ended = wait(function() return vim.lsp.client_is_stopped(client) end)

local file = io.open(vim.env.RESULTS, "w")
file:write(vim.fn.json_encode(results))
file:close()
vim.cmd("qall!")
