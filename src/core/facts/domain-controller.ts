import { defineProbe } from '../engine/probe.ts'
import { readNltest } from '../readers/nltest.ts'
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
