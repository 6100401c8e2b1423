import fc from 'fast-check'
import { keys } from '../../src/core/facts/keys.ts'
import type { RegistryDump, RegistryValue } from '../../src/core/recording/recording.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const plainText = (maxLength: number) =>
  fc.string({ maxLength, unit: 'grapheme' }).filter((text) => !/[\0\ud800-\udfff]/.test(text))

/** Any type Windows knows, and some it has no name for; REG_DWORD above all, since that is the usual one. */
const anyValue = (largest: number): fc.Arbitrary<RegistryValue> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 0xffffffff).map((data): RegistryValue => ['REG_DWORD', data]) },
    plainText(40).map((text): RegistryValue => ['REG_SZ', text]),
    plainText(40).map((text): RegistryValue => ['REG_EXPAND_SZ', text]),
    fc
      .array(
        plainText(20).filter((text) => text !== ''),
        { maxLength: 4 },
      )
      .map((lines): RegistryValue => ['REG_MULTI_SZ', lines]),
    fc.bigInt(0n, 0xffff_ffff_ffff_ffffn).map((data): RegistryValue => ['REG_QWORD', data.toString()]),
    fc.uint8Array({ maxLength: 64 }).map((bytes): RegistryValue => ['REG_BINARY', hex(bytes)]),
    fc.uint8Array({ maxLength: 9 }).map((bytes): RegistryValue => ['REG_NONE', hex(bytes)]),
    // A number that does not have the size of one, a text without its end, and a type without a name.
    fc.uint8Array({ maxLength: 3 }).map((bytes): RegistryValue => ['REG_TYPE_4', hex(bytes)]),
    fc.constantFrom<RegistryValue>(
      ['REG_TYPE_1', '410042'],
      ['REG_TYPE_1', '41004200'],
      ['REG_TYPE_7', '41000000'],
      ['REG_TYPE_4660', '00ff'],
    ),
    { weight: 1, arbitrary: fc.nat({ max: largest }).map((size): RegistryValue => ['REG_BINARY', 'ab'.repeat(size)]) },
  )

const spelling = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) =>
      [...word].map((letter, index) => (upper[index] === true ? letter.toUpperCase() : letter.toLowerCase())).join(''),
    )

const parents = [
  'HKLM\\SYSTEM',
  'HKLM\\SYSTEM\\CurrentControlSet',
  'HKLM\\SYSTEM\\CurrentControlSet\\Control',
  keys.lsa,
]

export interface PriorState {
  readonly dump: RegistryDump
  readonly fix: string
}

/** Prior states of the PKU2U key: absent, empty, with siblings, with subkeys, in odd case, of wrong type, huge. */
export const priorState = (largest: number): fc.Arbitrary<PriorState> =>
  fc
    .record({
      key: fc.option(
        fc.record({
          last: spelling('pku2u'),
          name: spelling('AllowOnlineID'),
          value: fc.option(anyValue(largest), { freq: 4 }),
        }),
        { freq: 5 },
      ),
      siblings: fc.uniqueArray(fc.tuple(plainText(12), anyValue(200)), {
        maxLength: 4,
        selector: ([name]) => name.toLowerCase(),
      }),
      subkey: fc.boolean(),
      fix: fc.constantFrom('pku2u.enable', 'pku2u.block', 'pku2u.clear'),
    })
    .map(({ key, siblings, subkey, fix }) => {
      const base = Object.fromEntries(parents.map((path) => [path, { values: {} }]))
      if (key === null) return { dump: { complete: true, keys: base }, fix }
      const others = siblings.filter(([name]) => name.toLowerCase() !== 'allowonlineid')
      const own = key.value === null ? [] : [[key.name, key.value] as const]
      const path = `${keys.lsa}\\${key.last}`
      const all = { ...base, [path]: { values: Object.fromEntries([...others, ...own]) } }
      return { dump: { complete: true, keys: subkey ? { ...all, [`${path}\\Sub`]: { values: {} } } : all }, fix }
    })
