import type { Intent } from '../../shared/intent.ts'
import { decodeText } from '../readers/decode.ts'
import { readDsregcmdStatus } from '../readers/dsregcmd-status.ts'
import { readNltest } from '../readers/nltest.ts'
import { codePageOf } from '../recording/open-recording.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import { type Form, formOfLine } from './fields.ts'
import { learnAddresses, learnJson, learnText } from './learn.ts'
import { learnValue } from './learn-value.ts'
import type { Originals } from './originals.ts'
import { plainInput } from './plain-input.ts'
import { formOfRegistryValue, isJoinInfoChild } from './registry-fields.ts'

const learnRegistry = (
  { registry }: RecordedMachine,
  learn: (form: Form, text: string) => void,
  originals: Originals,
): void => {
  for (const [key, entry] of Object.entries(registry.keys)) {
    if (isJoinInfoChild(key)) learn('thumbprint', key.slice(key.lastIndexOf('\\') + 1))
    if (entry === null || 'error' in entry) continue
    if (/\\WorkplaceJoin\\JoinInfo$|\\CloudDomainJoin\\JoinInfo$/i.test(key))
      for (const child of entry.subkeys ?? []) learn('thumbprint', child)
    for (const [name, [type, data]] of Object.entries(entry.values ?? {})) {
      if (type === 'REG_DWORD' || type === 'REG_QWORD') continue
      const form = formOfRegistryValue(key, name)
      for (const text of Array.isArray(data) ? data : [String(data)]) {
        if (form !== null) learn(form, text)
        else learnText(text, originals)
        learnAddresses(text, originals)
      }
    }
  }
}

const learnOutput = (
  id: string,
  text: string,
  learn: (form: Form, text: string) => void,
  originals: Originals,
): void => {
  learnText(text, originals)
  learnAddresses(text, originals)
  if (id === 'dsregcmd-status') {
    const status = readDsregcmdStatus(text)
    if (!status.ok) return
    for (const { fields } of status.value.sections)
      for (const { key, value } of fields) {
        const form = formOfLine(key, value)
        if (form !== null) learn(form, value)
      }
    return
  }
  if (id.startsWith('nltest-')) {
    const answer = readNltest(text)
    if (!answer.ok) return
    const { dc, domain, forest, dcSite, clientSite, secureChannel } = answer.value
    for (const [form, value] of [
      ['host', dc],
      ['domain', domain],
      ['domain', forest],
      ['site', dcSite],
      ['site', clientSite],
      ['host', secureChannel?.dc ?? null],
    ] as const)
      if (value !== null) learn(form, value)
    return
  }
  if (/^\s*[{[]/.test(text))
    try {
      learnMembers(JSON.parse(text), learn, originals)
    } catch {
      // Cut off or with a banner around it: its names are found by their shape.
    }
}

/** Group members and certificates call their names `name`, `subject` and `issuer`. */
const learnMembers = (value: unknown, learn: (form: Form, text: string) => void, originals: Originals): void => {
  learnJson(value, originals)
  if (Array.isArray(value)) for (const each of value) learnMembers(each, learn, originals)
  else if (typeof value === 'object' && value !== null) {
    const entry: Readonly<Record<string, unknown>> = { ...value }
    if (typeof entry['name'] === 'string' && entry['sid'] !== undefined && !/^S-1-5-32-/i.test(String(entry['sid'])))
      learn('account', entry['name'])
    if (typeof entry['subject'] === 'string') learnSubject(entry['subject'], learn)
    for (const each of Object.values(value)) learnMembers(each, learn, originals)
  }
}

const learnSubject = (subject: string, learn: (form: Form, text: string) => void): void => {
  const device = /\bCN=([0-9a-f-]{36})\b/i.exec(subject)?.[1]
  const tenant = /\bDC=([0-9a-f-]{36})\b/i.exec(subject)?.[1]
  const host = /\bCN=([\w-]+(?:\.[\w-]+)*)\s*(?:,|$)/i.exec(subject)?.[1]
  if (device !== undefined) learn('device', device)
  else if (host !== undefined && !/^(?:localhost|MS-Organization)/i.test(host)) learn('host', host)
  if (tenant !== undefined) learn('tenant', tenant)
}

/** What the fields of a recording and of the case say about who and what is named in it. */
export const learnMachine = (data: RecordedMachine, intent: Intent, originals: Originals): void => {
  const learn = (form: Form, text: string) => learnValue(form, text, originals)
  const { machine } = data
  learn('host', machine.hostName)
  learnRegistry(data, learn, originals)
  for (const { id, stdout, stderr, args } of data.commands) {
    for (const bytes of [stdout, stderr])
      if (bytes !== undefined) learnOutput(id, decodeText(bytes, codePageOf(id, machine)), learn, originals)
    for (const arg of args) learnText(arg, originals)
  }
  if (machine.user.name !== null) learn('account', machine.user.name)
  if (machine.user.upn !== null) learn('upn', machine.user.upn)
  if (intent.account !== null) learn('upn', intent.account)
  if (intent.peer !== null) learn('host', intent.peer)
  if (intent.domain !== null) learn('domain', intent.domain)
  learnJson(data.journal, originals)
  for (const [name, text] of Object.entries(data.inputs)) {
    learnText(plainInput(name, text), originals)
    learnAddresses(text, originals)
    if (name === 'probe.json') learnProbe(text, learn)
  }
}

const learnProbe = (text: string, learn: (form: Form, text: string) => void): void => {
  const target = /"target"\s*:\s*"([^"]+)"/.exec(text)?.[1]
  const subject = /"subject"\s*:\s*"([^"]+)"/.exec(text)?.[1]
  if (target !== undefined) learn('host', target)
  if (subject !== undefined) learnSubject(subject, learn)
}
