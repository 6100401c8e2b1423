import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { hostName } from './host.ts'

const nameOf = (test: TestCase): string => test.titlePath().slice(3).join(' › ')

/** Names the host of every run, and what was not run on it. A test that was not run is never counted as passed. */
export default class HostReporter implements Reporter {
  readonly #notRun: string[] = []
  readonly #secondTries: string[] = []
  #passed = 0

  onBegin(): void {
    console.log(`Host: ${hostName}`)
  }

  onTestEnd(test: TestCase, { status, annotations, retry }: TestResult): void {
    if (status === 'passed') this.#passed += 1
    if (retry > 0) this.#secondTries.push(`  ${nameOf(test)}: ${status}`)
    if (status !== 'skipped') return
    const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
    this.#notRun.push(`  ${nameOf(test)}: ${reason}`)
  }

  onEnd({ status }: FullResult): void {
    if (this.#notRun.length > 0) console.log(`Not run on this host:\n${this.#notRun.join('\n')}`)
    if (this.#secondTries.length > 0) console.log(`Tried a second time:\n${this.#secondTries.join('\n')}`)
    console.log(`Host: ${hostName} · ${this.#passed} passed, ${this.#notRun.length} not run · ${status}`)
  }

  printsToStdio(): boolean {
    return false
  }
}
