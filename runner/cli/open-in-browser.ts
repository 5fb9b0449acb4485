import { spawn } from "node:child_process";

/** Opens an address in the user's browser; if that fails, the terminal still shows the address. */
export function openInBrowser(address: string): void {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  if (command === undefined) return;
  const opener = spawn(command, [...args, address], { stdio: "ignore", detached: true, windowsHide: true });
  opener.on("error", () => {});
  opener.unref();
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};
