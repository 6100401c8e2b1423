import { defaultIntent } from '../../shared/intent.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Finding, Report } from '../../shared/report.ts'
import { fail } from '../../shared/result.ts'

/** A finding as the tests need it: only what they speak about. */
export const sampleFinding = (part: Pick<Finding, 'id' | 'status'> & Partial<Finding>): Finding => ({
  title: 'Title',
  why: '',
  detail: 'Detail.',
  evidence: [],
  fixes: [],
  links: [],
  ...part,
})

export const sampleReport = (part: Partial<Report> = {}): Report => ({
  format: 'pku2u-doctor/report@1',
  tool: { name: 'pku2u-doctor', version: '0.1.0' },
  createdAt: '2026-11-20T09:15:00Z',
  source: 'live',
  intent: defaultIntent,
  facts: {
    join: { state: 'entra-joined', deviceAuth: 'success' },
    tenant: { id: null, name: null },
    os: { build: 26100, isServer: false, edition: 'Enterprise', name: 'Windows 11' },
    pku2u: { value: 1, state: 'on', owner: 'none', ownerName: null },
    workAccounts: [],
    workAccountPlaces: { used: 0, limit: 3, addingBlocked: 'no' },
    user: { upn: null, name: null, asSessionUser: 'yes' },
    domainController: { keyList: 'unknown' },
    restart: { due: false, bootedAt: null, changedAt: null },
    interruptedChanges: [],
    host: { name: 'PC-0417' },
  },
  findings: [],
  verdict: { state: 'ready', headline: 'This PC is ready.', next: [] },
  coverage: { asked: 14, answered: 14, gaps: [] },
  fingerprints: { tenant: null, account: null, device: null, peer: null, known: [], knownAll: false },
  ...part,
})

/** Refuses everything but what a test gives it. */
export const sampleBridge = (part: Partial<Bridge> = {}): Bridge => {
  const refuse = () => Promise.resolve(fail('refused', 'Not part of this test.'))
  return {
    welcome: refuse,
    runChecks: refuse,
    cancelChecks: refuse,
    openRecording: refuse,
    openLink: refuse,
    planFixes: refuse,
    applyFixes: refuse,
    undoChange: refuse,
    rights: refuse,
    history: refuse,
    finishChange: refuse,
    putBackChange: refuse,
    restartState: refuse,
    scheduleRestart: refuse,
    cancelRestart: refuse,
    buildHandOver: refuse,
    saveHandOver: refuse,
    probeTarget: refuse,
    cancelProbe: refuse,
    readKerberosServer: refuse,
    rules: refuse,
    caseCode: refuse,
    pairWithCode: refuse,
    pairWithFile: refuse,
    chooseSide: refuse,
    compareBundles: refuse,
    openCompared: refuse,
    triageFolder: refuse,
    cancelTriage: refuse,
    openTriaged: refuse,
    previewBundle: refuse,
    saveBundle: refuse,
    cancelBundle: refuse,
    showBundle: refuse,
    openSettings: refuse,
    on: () => () => {},
    ...part,
  }
}
