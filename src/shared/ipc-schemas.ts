import { z } from 'zod'
import type { CaseInputs } from './case-inputs.ts'
import { credentialForms, type HandOverOrder, kerberosActions, settingKinds } from './hand-over.ts'
import { type Intent, paths, roles, tracks } from './intent.ts'
import {
  type Input,
  longestRestartMessage,
  longestRestartMinutes,
  longestTypedCode,
  type RequestName,
  settingsPages,
} from './ipc-contract.ts'
import type { CheckId } from './report.ts'
import { keyTestIds } from './security-key/key-tests.ts'
import { longestNote, testAnswers } from './security-key/test-run.ts'

const shortText = z.string().min(1).max(256)
const checkId: z.ZodType<CheckId> = z.templateLiteral([
  z.string().regex(/^[a-z0-9-]{1,40}$/),
  '.',
  z.string().regex(/^[a-z0-9-]{1,40}$/),
])
/** A case, as the window and what is kept for after a restart may name it. */
export const intentShape: z.ZodType<Intent> = z.strictObject({
  role: z.enum(roles),
  track: z.enum(tracks),
  path: z.enum(paths),
  account: shortText.nullable(),
  peer: shortText.nullable(),
  domain: shortText.nullable(),
})

export const machineShape = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .nullable()
const onMachine = z.strictObject({ machine: machineShape })
const fixOrder = { machine: machineShape, ids: z.array(checkId).min(1).max(16), intent: intentShape }
const changeOrder = z.strictObject({ machine: machineShape, id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) })
/** A page of output for each of some hundred domains. */
const pastedText = z.string().min(1).max(200_000)
export const caseInputs: z.ZodType<CaseInputs> = z.strictObject({
  kerberosServer: pastedText.nullable(),
  testRun: z
    .strictObject({
      format: z.literal('pku2u-doctor/test-run@1'),
      answers: z
        .array(
          z.strictObject({ id: z.enum(keyTestIds), answer: z.enum(testAnswers), note: z.string().max(longestNote) }),
        )
        .max(keyTestIds.length),
    })
    .nullable(),
})
const onSide = z.strictObject({ side: z.enum(['a', 'b']) })

const handOver: z.ZodType<HandOverOrder> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(settingKinds), fix: checkId }),
  z.strictObject({
    kind: z.literal('kerberos-server'),
    action: z.enum([...kerberosActions, 'all']),
    credentials: z.enum(credentialForms),
    domains: z.array(shortText).max(64),
    account: shortText.nullable(),
  }),
  z.strictObject({
    kind: z.literal('connection-file'),
    peer: shortText,
    account: shortText,
    path: z.enum(paths),
  }),
])

/** One per request; leaving one out, or letting it drift from the contract, does not compile. */
export const inputs: { readonly [N in RequestName]: z.ZodType<Input<N>> } = {
  welcome: z.null(),
  runChecks: z.strictObject({ intent: intentShape, machine: machineShape, inputs: caseInputs.optional() }),
  cancelChecks: z.null(),
  openRecording: z.null(),
  openLink: z.strictObject({ check: checkId, index: z.int().min(0).max(50) }),
  planFixes: z.strictObject(fixOrder),
  applyFixes: z.strictObject({ ...fixOrder, token: z.uuid(), evenIfManaged: z.boolean() }),
  undoChange: changeOrder,
  rights: onMachine,
  history: onMachine,
  finishChange: changeOrder,
  putBackChange: changeOrder,
  restartState: onMachine,
  scheduleRestart: z.strictObject({
    machine: machineShape,
    intent: intentShape,
    inputs: caseInputs.optional(),
    minutes: z.int().min(0).max(longestRestartMinutes),
    // One line with something to read in it.
    message: z
      .string()
      .max(longestRestartMessage)
      .regex(/\S/)
      .regex(/^\P{Cc}+$/u),
  }),
  cancelRestart: onMachine,
  probeTarget: z.strictObject({
    machine: machineShape,
    target: shortText,
    path: z.enum(paths),
    adminPorts: z.boolean(),
  }),
  cancelProbe: z.null(),
  buildHandOver: handOver,
  saveHandOver: handOver,
  readKerberosServer: z.strictObject({ text: pastedText, at: z.iso.datetime() }),
  rules: z.null(),
  caseCode: z.null(),
  pairWithCode: z.strictObject({ code: z.string().min(1).max(longestTypedCode) }),
  pairWithFile: z.null(),
  chooseSide: onSide,
  compareBundles: z.null(),
  openCompared: onSide,
  triageFolder: z.null(),
  cancelTriage: z.null(),
  openTriaged: z.strictObject({ index: z.int().min(0).max(100_000_000) }),
  previewBundle: z.strictObject({
    intent: intentShape,
    machine: machineShape,
    inputs: caseInputs.optional(),
    caseKey: shortText.nullable(),
    withSignIns: z.boolean(),
    withRawLogs: z.boolean(),
  }),
  saveBundle: z.strictObject({ id: z.uuid() }),
  cancelBundle: z.null(),
  showBundle: z.null(),
  openSettings: z.strictObject({ page: z.enum(settingsPages) }),
}
