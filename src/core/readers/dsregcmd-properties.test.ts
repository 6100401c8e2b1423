import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { flatSections, modernSections } from '../../../test/captures/dump-fields.ts'
import { dumpModel } from '../../../test/captures/dump-model.ts'
import { expectedFacts } from '../../../test/captures/expected-facts.ts'
import { looks, render, wrappedLooks } from '../../../test/captures/render-dump.ts'
import type { YesNo } from '../../shared/report.ts'
import { type DsregcmdStatus, readDsregcmdStatus } from './dsregcmd-status.ts'

const read = (text: string): DsregcmdStatus => {
  const status = readDsregcmdStatus(text)
  assert.ok(status.ok, status.ok ? '' : status.fault.message)
  return status.value
}

const factsOf = (text: string) => {
  const { sections, ...facts } = read(text)
  return { sections, facts }
}

const answersOf = (status: DsregcmdStatus): Readonly<Record<string, YesNo>> => ({
  azureAdJoined: status.azureAdJoined,
  enterpriseJoined: status.enterpriseJoined,
  domainJoined: status.domainJoined,
  workplaceJoined: status.workplaceJoined,
  ngcSet: status.user.ngcSet,
  wamDefaultSet: status.user.wamDefaultSet,
  azureAdPrt: status.sso.azureAdPrt,
  enterprisePrt: status.sso.enterprisePrt,
  onPremTgt: status.sso.onPremTgt,
  cloudTgt: status.sso.cloudTgt,
  tpmProtected: status.device?.tpmProtected ?? 'unknown',
  aadRecoveryEnabled: status.diagnostics.aadRecoveryEnabled,
})

/** Nothing that the whole text does not say may be said of a part of it. */
const assertNoNewAnswer = (part: string, whole: DsregcmdStatus) => {
  const status = readDsregcmdStatus(part)
  if (!status.ok) return
  const before = answersOf(whole)
  for (const [name, answer] of Object.entries(answersOf(status.value)))
    assert.ok(answer === 'unknown' || answer === before[name], `${name}: ${answer}, not ${before[name]}`)
  // Without its title an account has no number, but it is still one of the accounts.
  for (const { ngcSet, tpmProtected } of status.value.workAccounts)
    assert.ok(
      whole.workAccounts.some(
        (account) =>
          (ngcSet === 'unknown' || ngcSet === account.ngcSet) &&
          (tpmProtected === 'unknown' || tpmProtected === account.tpmProtected),
      ),
    )
  assert.ok(['unknown', whole.joinState].includes(status.value.joinState), status.value.joinState)
}

describe('dsregcmd reader, any dump', () => {
  test('facts come back from any look', () => {
    fc.assert(
      fc.property(dumpModel, looks, (model, look) => {
        assert.deepEqual(factsOf(render(modernSections(model), look)).facts, expectedFacts(model))
      }),
      { numRuns: 1500 },
    )
  })
  test('every field comes back, in the order of the text, under its title, cut or not', () => {
    fc.assert(
      fc.property(dumpModel, fc.oneof(looks, wrappedLooks), (model, look) => {
        // `Key: value` without the blank is a field only where the key is known.
        const separator = look.separator === ': ' ? ' : ' : look.separator
        const sections = modernSections(model)
        const { sections: found } = factsOf(render(sections, { ...look, separator, before: [], after: [], order: [] }))
        const expected = sections.map(({ title, fields }) => ({
          title,
          fields: fields.map(([key, value]) => ({ key, value })),
        }))
        assert.deepEqual(found, expected)
      }),
      { numRuns: 1000 },
    )
  })
  test('stray lines between the fields change nothing', () => {
    const stray = fc.constantFrom(
      'Waiting for Diagnostics Task to complete. This could take a few minutes...',
      'lorem ipsum',
      'status: NO',
      'x',
      '|',
      'C:\\Users\\adele>',
      'a : b',
      '  indented : value',
      'Hello World',
      'https://example.com/a',
      '***',
      '```',
      '1234',
      '- list',
      '| stray |',
      'YES',
      ': YES',
      '= NO',
    )
    const strays = fc.array(fc.tuple(fc.nat(), stray), { maxLength: 12 })
    fc.assert(
      fc.property(dumpModel, looks, strays, (model, look, inserted) => {
        const lines = render(modernSections(model), { ...look, lineEnd: '\n' }).split('\n')
        for (const [at, line] of inserted) lines.splice(at % (lines.length + 1), 0, line)
        assert.deepEqual(factsOf(lines.join('\n')).facts, expectedFacts(model))
      }),
      { numRuns: 1000 },
    )
  })
  test('facts come back from a window that cut the lines', () => {
    fc.assert(
      fc.property(dumpModel, wrappedLooks, (model, look) => {
        assert.deepEqual(factsOf(render(modernSections(model), look)).facts, expectedFacts(model))
      }),
      { numRuns: 1500 },
    )
  })
  test('the flat layout gives the same facts', () => {
    fc.assert(
      fc.property(dumpModel, looks, (model, look) => {
        const expected = expectedFacts(model)
        const { facts } = factsOf(render(flatSections(model), look))
        assert.deepEqual(facts, {
          ...expected,
          workAccounts: expected.workAccounts
            .slice(0, 1)
            .map((account) => ({ ...account, keyProvider: null, tpmProtected: 'unknown', ngcSet: 'unknown' })),
          user: { ...expected.user, workAccountCount: null },
          diagnostics: { keySignTest: null, aadRecoveryEnabled: 'unknown', userContext: null },
          executingAccount: null,
        })
      }),
      { numRuns: 500 },
    )
  })
  test('pasted twice, or followed by the dump of another PC, it says what the first one says', () => {
    fc.assert(
      fc.property(dumpModel, dumpModel, looks, (model, other, look) => {
        const plain = { ...look, lineEnd: '\n', paste: 'plain', order: [] } as const
        const once = render(modernSections(model), plain)
        assert.deepEqual(factsOf(`${once}\n${once}`).facts, expectedFacts(model))
        const flags = ({ azureAdJoined, enterpriseJoined, domainJoined }: typeof model) =>
          `${azureAdJoined} ${enterpriseJoined} ${domainJoined}`
        fc.pre(flags(model) !== flags(other))
        assert.deepEqual(factsOf(`${once}\n${render(modernSections(other), plain)}`).facts, expectedFacts(model))
      }),
      { numRuns: 300 },
    )
  })
  test('cut at any character, from either end, it never throws and never answers anew', () => {
    fc.assert(
      fc.property(dumpModel, fc.oneof(looks, wrappedLooks), fc.nat(), fc.nat(), (model, look, start, end) => {
        const text = render(modernSections(model), { ...look, before: [], after: [] })
        const whole = read(text)
        assertNoNewAnswer(text.slice(0, end % text.length), whole)
        assertNoNewAnswer(text.slice(start % text.length), whole)
      }),
      { numRuns: 1500 },
    )
  })
  test('every prefix of one dump', () => {
    const [model] = fc.sample(dumpModel, { seed: 7, numRuns: 1 })
    const [look] = fc.sample(looks, { seed: 7, numRuns: 1 })
    assert.ok(model !== undefined && look !== undefined)
    const text = render(modernSections(model), { ...look, paste: 'plain' })
    const whole = read(text)
    for (let end = 0; end < text.length; end++) assertNoNewAnswer(text.slice(0, end), whole)
  })
  test('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void readDsregcmdStatus(text)))
    const pieces = fc.constantFrom(
      'AzureAdJoined',
      ' : ',
      'NgcSet',
      ':',
      '|',
      '+---+',
      '\n',
      ' ',
      'Work Account 2',
      '**',
      '`',
      '> ',
      'x'.repeat(80),
      'YES',
      'WorkplaceTenantId',
      '=',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => void readDsregcmdStatus(parts.join(''))),
      { numRuns: 2000 },
    )
  })
})
