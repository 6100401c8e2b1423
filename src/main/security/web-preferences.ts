/**
 * How every page of this program runs. What is not named here (`webSecurity`, insecure content, experimental and
 * Blink features) keeps Electron's own safe default and is never touched.
 */
export const webPreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Chromium would fetch dictionaries from the network.
  spellcheck: false,
} as const)
