import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Receipt } from '../../shared/receipt.ts'
import { fail, ok } from '../../shared/result.ts'
import type { FolderPart } from '../windows/folder-access.ts'
import type { Command, Transcript } from '../windows/host.ts'
import { type PowershellPart, writeParts } from '../windows/powershell-answers.ts'
import { argumentsOf, raise } from './raise.ts'

const receipt = { changeId: 'aa', state: 'applied' } as unknown as Receipt
const program = 'C:\\Program Files\\PKU2U Doctor\\PKU2U Doctor.exe'

const sddlOf = (path: string): string =>
  path.startsWith('C:\\Program Files\\')
    ? 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)'
    : 'O:SYG:SYD:PAI(A;;FA;;;BA)'

const raised = async (
  part: Partial<PowershellPart> | null,
  result = ok(receipt),
  path = program,
  protection: (path: string) => Partial<FolderPart> | null = () => ({}),
) => {
  const asked: Command[] = []
  const heard: unknown[] = []
  /** The first question of all: what the program lies in, as Windows shows it. */
  const programFolder = (data: string): PowershellPart => ({
    part: 'program-folder',
    outcome: 'ok',
    ms: 1,
    json: {
      parts: (JSON.parse(data).parts as readonly string[]).flatMap((each) => {
        const seen = protection(each)
        return seen === null ? [] : [{ path: each, isReparsePoint: false, sddl: sddlOf(each), ...seen }]
      }),
    },
  })
  const answer = await raise(
    { do: 'finish', id: 'aa' },
    {
      runner: {
        run: async (command): Promise<Transcript> => {
          const isFirst = asked.push(command) === 1
          const parts = isFirst
            ? [programFolder(command.data ?? '')]
            : part === null
              ? []
              : [{ part: 'raise', outcome: 'ok' as const, ms: 1, ...part }]
          return { outcome: 'ok', exitCode: 0, stdout: writeParts(parts), stderr: new Uint8Array(), durationMs: 1 }
        },
      },
      journal: { list: async () => ok([]) },
      tickets: {
        use: async () => ok(undefined),
        keep: async () => ok(undefined),
        note: async () => ok(undefined),
        noteOf: async (_nonce, done) => (done === 0 ? { done, total: 1 } : null),
        resultOf: async () => result,
      },
      program: path,
      onChange: (progress) => void heard.push(progress),
      now: () => new Date(),
      // On Linux a temporary file has no drive.
      windowsPath: (file) => (file.startsWith('/') ? `C:${file.replaceAll('/', '\\')}` : file),
    },
  )
  return { asked, answer, heard }
}

describe('asking Windows for the rights', () => {
  test('starts the installed program with the ticket and its hash, as data of a fixed script', async () => {
    const { asked, answer, heard } = await raised({ json: { state: 'done', exitCode: 0 } })
    assert.deepEqual(answer, ok(receipt))
    assert.deepEqual(heard, [{ done: 0, total: 1 }])
    const [first, command, ...others] = asked
    assert.equal(others.length, 0)
    assert.deepEqual(JSON.parse(first?.data ?? '').parts, [
      'C:\\',
      'C:\\Program Files',
      'C:\\Program Files\\PKU2U Doctor',
      program,
      'C:\\Program Files\\PKU2U Doctor\\resources',
      'C:\\Program Files\\PKU2U Doctor\\resources\\app.asar',
      'C:\\Program Files\\PKU2U Doctor\\resources\\app.asar.unpacked',
    ])
    assert.equal(command?.program, 'powershell')
    const script = Buffer.from(command?.args.at(-1) ?? '', 'base64').toString('utf16le')
    assert.match(script, /Start-Process .* -Verb RunAs/)
    assert.ok(!script.includes('Program Files') && !script.includes('ticket'))
    const data = JSON.parse(command?.data ?? '')
    assert.equal(data.program, program)
    assert.match(data.arguments, /^--apply "C:\\[^"]+\\ticket\.json" --ticket-hash [0-9a-f]{64}$/)
    const [, path = ''] = /"C:([^"]+)"/.exec(data.arguments) ?? []
    assert.equal(existsSync(path.replaceAll('\\', '/')), false, 'the ticket is gone afterwards')
  })

  test('no is a normal answer', async () => {
    const { answer } = await raised({ json: { state: 'refused', exitCode: 1223 } })
    assert.equal(answer.ok ? 'ok' : answer.fault.code, 'cancelled')
    assert.match(answer.ok ? '' : answer.fault.message, /Nothing was written/)
  })

  test('what the step wrote down is the answer, whatever the exit code says', async () => {
    const { answer } = await raised({ json: { state: 'done', exitCode: null } }, fail('conflict', 'changed') as never)
    assert.equal(answer.ok ? 'ok' : answer.fault.message, 'changed')
  })

  test('a step that refused its ticket is told from one that broke off', async () => {
    const nothing = fail('failed', 'did not start') as never
    const refused = await raised({ json: { state: 'done', exitCode: 8 } }, nothing)
    assert.equal(refused.answer.ok ? 'ok' : refused.answer.fault.code, 'refused')
    const broken = await raised({ json: { state: 'done', exitCode: 1 } }, nothing)
    assert.equal(broken.answer.ok ? 'ok' : broken.answer.fault.code, 'failed')
  })

  test('PowerShell that is blocked, silent or strange is said', async () => {
    for (const [part, code] of [
      [null, 'unreadable'],
      [{ outcome: 'failed', message: 'constrained' }, 'failed'],
      [{ outcome: 'denied' }, 'denied'],
      [{ json: { state: 'maybe' } }, 'unreadable'],
    ] as const) {
      const { answer } = await raised(part)
      assert.equal(answer.ok ? 'ok' : answer.fault.code, code)
    }
  })

  test('a program whose place cannot be written on a command line is not started', async () => {
    for (const path of ['C:\\a" --inspect "\\x.exe', '\\\\server\\share\\x.exe', 'x.exe', '']) {
      const { asked, answer } = await raised({ json: { state: 'done', exitCode: 0 } }, ok(receipt), path)
      assert.deepEqual([answer.ok, asked.length], [false, 0], path)
    }
  })

  for (const [what, name, seen, code] of [
    [
      'a folder that users may write to',
      'PKU2U Doctor',
      { sddl: 'O:BAD:AI(A;ID;FA;;;BA)(A;ID;0x1301bf;;;BU)' },
      'denied',
    ],
    [
      'a program that belongs to a user',
      'PKU2U Doctor.exe',
      { sddl: 'O:S-1-5-21-1-2-3-1001D:AI(A;ID;FA;;;BA)' },
      'denied',
    ],
    ['code that everybody may replace', 'app.asar', { sddl: 'O:BAD:AI(A;ID;FA;;;BA)(A;;FW;;;WD)' }, 'denied'],
    ['a way that leads elsewhere', 'resources', { isReparsePoint: true }, 'denied'],
    ['a part that nobody could look at', 'app.asar.unpacked', null, 'unreadable'],
  ] as const)
    test(`${what}: the program is not started with more rights`, async () => {
      const { asked, answer } = await raised({ json: { state: 'done', exitCode: 0 } }, ok(receipt), program, (path) =>
        path.endsWith(`\\${name}`) ? seen : {},
      )
      assert.deepEqual([asked.length, answer.ok ? 'ok' : answer.fault.code], [1, code])
      assert.match(answer.ok ? '' : answer.fault.message, /not (?:start|asked)/)
    })

  test('the two words cannot become more', () => {
    assert.equal(
      argumentsOf('C:\\Users\\Ann Lee\\t.json', 'ab'),
      '--apply "C:\\Users\\Ann Lee\\t.json" --ticket-hash ab',
    )
  })
})
