import type { TestRun } from './security-key/test-run.ts'

/** What a person adds to a case; it is recorded with what the machine answers. null: nothing was added. */
export interface CaseInputs {
  /** Pasted output of `Get-AzureADKerberosServer`. */
  readonly kerberosServer: string | null
  readonly testRun: TestRun | null
}

export const noInputs: CaseInputs = { kerberosServer: null, testRun: null }

/** As a recording keeps them under `inputs/`. */
export const inputFiles = ({ kerberosServer, testRun }: CaseInputs): Readonly<Record<string, string>> => ({
  ...(kerberosServer === null ? {} : { 'kerberos-server.txt': kerberosServer }),
  ...(testRun === null ? {} : { 'test-run.json': `${JSON.stringify(testRun, null, 2)}\n` }),
})
