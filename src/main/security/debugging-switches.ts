/**
 * Switches that let somebody else look into the program or change what it runs. Fuses turn off `--inspect`, but no
 * fuse turns off Chromium's own, and Chromium takes `--`, `-` and `/` before a name in any letter case.
 */
const forbidden =
  /^(?:--?|\/)(?:inspect(?:-[a-z-]+)?|remote-debugging-[a-z-]+|remote-allow-origins|(?:disable-extensions-except|load-extension)|user-data-dir|no-sandbox|disable-web-security|js-flags|host-rules|(?:renderer|utility|ppapi-plugin)-cmd-prefix|gpu-launcher|browser-subprocess-path|auto-open-devtools-for-tabs)(?:=|$)/i

/** The first such switch of a command line, without its value; null when there is none. */
export const debuggingSwitch = (args: readonly string[]): string | null =>
  args.find((arg) => forbidden.test(arg))?.replace(/=.*$/s, '') ?? null
