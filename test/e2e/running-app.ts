import type { Page, Response } from '@playwright/test'

/** The program with its window open, the same on both hosts. */
export interface RunningApp {
  readonly page: Page
  /** Lines of the program's log so far. */
  log(): readonly string[]
  /** Addresses that were handed to the browser. */
  openedLinks(): Promise<readonly string[]>
  /** Files that were shown in their folders. */
  shownFiles(): Promise<readonly string[]>
  /** What the next file dialog answers; null closes it. */
  answerDialog(path: string | null): Promise<void>
  /** Loads the page again, as a person cannot. */
  reload(): Promise<Response | null>
  clipboard(): Promise<string>
  windowCount(): number
  close(): Promise<void>
}
