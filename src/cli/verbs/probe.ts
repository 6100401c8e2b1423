import { probeTarget } from '../../core/probe-rdp/probe-target.ts'
import type { Path } from '../../shared/intent.ts'
import { parseTarget } from '../../shared/target-name.ts'
import { pathAnswer, type TargetProbe } from '../../shared/target-probe.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { intentOf } from '../options.ts'
import { targetProbeText } from '../target-probe-text.ts'
import { Stop, usageError, type Verb } from '../verb.ts'

const exitCodeOf = (probe: TargetProbe, path: Path): ExitCode => {
  switch (pathAnswer(probe, path).state) {
    case 'selected':
      return exitCodes.ok
    case 'unreachable':
    case 'refused':
      return exitCodes.failed
    case 'without-nla':
    case 'not-seen':
      return exitCodes.unknown
  }
}

/**
 * Away from Windows a program only ends when its last lookup has, and with a silent name server that takes ten seconds.
 * The resolver of Linux reads this; resolv.conf(5).
 */
const shortenLookups = (platform: Io['platform']): void => {
  if (platform !== 'win32') process.env['RES_OPTIONS'] ??= 'timeout:1 attempts:1'
}

export const probe: Verb = {
  name: 'probe',
  usage: 'HOST[:PORT]',
  summary: 'asks a target’s Remote Desktop listener what it offers, without credentials',
  options: ['path'],
  flags: ['admin-ports'],
  words: [1, 1],
  run: async (parsed, io) => {
    const [typed = ''] = parsed.words
    const { path } = intentOf(parsed)
    const target = parseTarget(typed)
    if (!target.ok) throw usageError(`"${typed}": ${target.fault.message}`)
    shortenLookups(io.platform)
    const probed = await probeTarget(target.value, { path, adminPorts: parsed.flag('admin-ports') })
    if (!probed.ok) throw new Stop(probed.fault)
    return {
      json: probed.value,
      text: targetProbeText(probed.value, path),
      exitCode: exitCodeOf(probed.value, path),
    }
  },
}
