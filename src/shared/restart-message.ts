/** The sentence that the person at the PC reads. A timed restart closes programs without asking. */
export const defaultRestartMessage =
  'Your PC restarts to finish a change for Remote Desktop. Open programs will be closed: save your work now.'

/** The same where Windows itself waits for the restart. */
export const windowsRestartMessage =
  'Your PC restarts to finish what Windows began. Open programs will be closed: save your work now.'

export const fastStartup =
  'Shutting down and starting again is not enough: with Fast Startup, Windows keeps its state. Choose Restart.'
