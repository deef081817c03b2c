// Starts `dermaudit lsp` for scripts; everything else is the server's.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const command = workspace.getConfiguration("dermaudit").get("path");
  client = new LanguageClient(
    "dermaudit",
    { command, args: ["lsp"] },
    { documentSelector: [{ language: "dermaudit" }] }
  );
  return client.start();
};

exports.deactivate = () => client && client.stop();
