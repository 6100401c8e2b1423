import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Change, defineChange, type Json } from '../engine/change.ts'
import type { KeyPath, RegistryValue } from '../recording/recording.ts'
import { registryValueShape } from '../recording/shape.ts'
import type { Registry } from '../windows/host.ts'

/** Types, not interfaces: only types count as plain JSON. `value: null` asks for the value to be gone. */
type Spec = { readonly key: KeyPath; readonly name: string; readonly value: RegistryValue | null }
/** The exact prior state: keys that did not exist, outermost first, and the old value with its type and its spelling. */
type Before = {
  readonly missingKeys: readonly KeyPath[]
  readonly value: RegistryValue | null
  /** How the value's name is written on this PC, where that is not how we write it. */
  readonly name?: string
}

const keyPath = z.templateLiteral([z.enum(['HKLM', 'HKCU']), '\\', z.string().min(1).max(255)])
const specShape = z.strictObject({ key: keyPath, name: z.string().max(255), value: registryValueShape.nullable() })
const beforeShape = z.strictObject({
  missingKeys: z.array(keyPath),
  value: registryValueShape.nullable(),
  name: z.string().max(16383).optional(),
})

const same = (a: RegistryValue | null, b: RegistryValue | null): boolean => JSON.stringify(a) === JSON.stringify(b)

const missingKeys = (registry: Registry, key: KeyPath): Result<readonly KeyPath[]> => {
  const parts = key.split('\\')
  const missing: KeyPath[] = []
  for (let depth = 2; depth <= parts.length; depth++) {
    const path = parts.slice(0, depth).join('\\') as KeyPath
    const there = registry.keyExists(path)
    if (!there.ok) return there
    if (!there.value) missing.push(path)
  }
  return ok(missing)
}

const capture = (registry: Registry, { key, name, value }: Spec): Result<Before> => {
  const missing = missingKeys(registry, key)
  if (!missing.ok) return missing
  const found = registry.exactValue(key, name)
  if (!found.ok) return found
  // Taking a value away creates no key, so there is none to take away again.
  const before = { missingKeys: value === null ? [] : missing.value, value: found.value }
  if (found.value === null) return ok(before)
  const all = registry.values(key)
  if (!all.ok) return all
  const spelled = Object.keys(all.value ?? {}).find((each) => each.toLowerCase() === name.toLowerCase())
  return ok(spelled === undefined || spelled === name ? before : { ...before, name: spelled })
}

const write = (registry: Registry, key: KeyPath, name: string, value: RegistryValue | null): Result<void> =>
  value === null ? registry.deleteValue(key, name) : registry.setValue(key, name, value)

const dropKeys = (registry: Registry, created: readonly KeyPath[]): Result<void> => {
  for (const key of [...created].reverse()) {
    const gone = registry.deleteEmptyKey(key)
    // Somebody else uses the key by now: theirs to keep.
    if (!gone.ok && gone.fault.code !== 'conflict') return gone
  }
  return ok(undefined)
}

/** What the journal says about the past must be about this value and the keys above it, and nothing else. */
const belongsTo = ({ key, name }: Spec, before: Before): boolean =>
  (before.name ?? name).toLowerCase() === name.toLowerCase() &&
  before.missingKeys.every((missing) => `${key}\\`.toLowerCase().startsWith(`${missing}\\`.toLowerCase()))

export const registryValue = defineChange<Spec, Before>({
  kind: 'registry-value',
  describe: ({ key, name, value }) =>
    value === null ? `Remove ${name} from ${key}` : `Set ${name} in ${key} to ${String(value[1])} (${value[0]})`,
  target: ({ key, name }) => `registry-value ${key}\\${name}`.toLowerCase(),
  after: ({ value }) => ({ value: value as Json }),
  capture: async (spec, { registry }) => capture(registry, spec),
  holds: ({ value }, before) => same(before.value, value),
  apply: async ({ key, name, value }, { registry }) => write(registry, key, name, value),
  readBack: async ({ key, name, value }, { registry }) => {
    const now = registry.exactValue(key, name)
    return now.ok ? ok({ held: same(now.value, value), seen: { value: now.value as Json } }) : now
  },
  revert: async (spec, before, { registry }) => {
    const { key, name, value } = spec
    if (!belongsTo(spec, before)) return fail('unreadable', 'The saved value is damaged; nothing was changed.')
    const now = registry.exactValue(key, name)
    if (!now.ok) return now
    if (!same(now.value, before.value)) {
      if (!same(now.value, value))
        return fail(
          'conflict',
          `${name} in ${key} was changed by somebody else since. It was left alone. Check this PC again to see what it is now.`,
        )
      const back = write(registry, key, before.name ?? name, before.value)
      if (!back.ok) return back
      const seen = registry.exactValue(key, name)
      if (!seen.ok) return seen
      if (!same(seen.value, before.value))
        return fail('failed', `Windows did not keep the old value of ${name} in ${key}.`)
    }
    return dropKeys(registry, before.missingKeys)
  },
  isSpec: (raw): raw is Spec => specShape.safeParse(raw).success,
  isBefore: (raw): raw is Before => beforeShape.safeParse(raw).success,
})

/** What a change writes; null for another kind of change. */
export const registryValueSpec = ({ kind, spec }: Change): Spec | null => {
  const parsed = specShape.safeParse(spec)
  return kind === registryValue.kind && parsed.success ? parsed.data : null
}

export const setDword = (key: KeyPath, name: string, data: number) =>
  registryValue.make({ key, name, value: ['REG_DWORD', data] })

export const removeValue = (key: KeyPath, name: string) => registryValue.make({ key, name, value: null })
