import type { YesNo } from '../../shared/report.ts'
import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { type Nltest, readNltest } from '../readers/nltest.ts'
import type { CommandId } from '../recording/recording.ts'

const nltest = (command: CommandId) =>
  defineProbe({
    id: command,
    commands: [command],
    read: ({ recording }) => {
      const output = recording.output(command)
      return output.ok ? readNltest(output.value.text) : output
    },
  })

/** Any domain controller. */
export const anyDomainController = nltest('nltest-dsgetdc')
/** One that can turn a partial ticket into a full one. */
export const keyListDomainController = nltest('nltest-dsgetdc-keylist')
export const secureChannelState = nltest('nltest-sc-verify')

export interface KeyListAbility {
  /** Whether some domain controller can turn a partial ticket into a full one. */
  readonly keyList: YesNo
  readonly writable: YesNo
  readonly dc: string | null
  /** The sites of that controller and of this PC. */
  readonly dcSite: string | null
  readonly clientSite: string | null
  /** Whether any controller answers the plain question. */
  readonly anyAnswers: YesNo
  readonly plainDc: string | null
}

const noSuchDomain = 1355
const saysNone = ({ status }: Nltest): boolean => status?.code === noSuchDomain

/**
 * Asked with `/keylist`, "no such domain" means that no controller with the ability answered, or none at all: only the
 * plain question tells which. Asked plainly, a missing flag speaks of that one controller, and a flag that is there
 * speaks for itself.
 */
export const keyListAbility = defineProbe<KeyListAbility>({
  id: 'key-list-ability',
  of: [anyDomainController, keyListDomainController],
  read: ({ ask }) => {
    const able = ask(keyListDomainController)
    const plain = ask(anyDomainController)
    const yes = [able, plain].find((answer) => answer.ok && answer.value.keyList === 'yes')
    const answer = yes ?? able
    if (!answer.ok) return answer
    const { keyList, writable, dc, dcSite, clientSite } = answer.value
    const anyAnswers = !plain.ok ? 'unknown' : plain.value.found ? 'yes' : saysNone(plain.value) ? 'no' : 'unknown'
    const plainDc = plain.ok && plain.value.found ? plain.value.dc : null
    const noneAble = saysNone(answer.value) && anyAnswers === 'yes'
    return ok({ keyList: noneAble ? 'no' : keyList, writable, dc, dcSite, clientSite, anyAnswers, plainDc })
  },
})
