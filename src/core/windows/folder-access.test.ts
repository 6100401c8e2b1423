import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeFolder } from './folder-access.ts'

/** As Windows 11 has them; the last two as the installer makes them. */
const drive =
  'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:SYD:PAI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)'
const programData =
  'O:SYG:SYD:PAI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)'
const made = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)'
const inherited = 'O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;0x1200a9;;;BU)S:AI'

const judge = (
  journal: string,
  { product = made, above = programData, link = -1 }: { product?: string; above?: string; link?: number } = {},
) => {
  const paths = ['C:\\', 'C:\\ProgramData', 'C:\\ProgramData\\PKU2U Doctor', 'C:\\ProgramData\\PKU2U Doctor\\journal']
  const descriptors = [drive, above, product, journal]
  const parts = paths.map((path, index) => ({ path, isReparsePoint: index === link, sddl: descriptors[index] ?? '' }))
  return judgeFolder(parts, 2)
}

describe('a folder that is trusted', () => {
  for (const [what, sddl] of [
    ['as the installer makes it', made],
    ['one that inherits from it', inherited],
    ['owned by the system', 'O:SYD:P(A;OICI;FA;;;SY)(A;OICI;FR;;;AU)'],
    ['named by SIDs', 'O:S-1-5-32-544G:S-1-5-18D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;;GRGX;;;S-1-5-32-545)'],
    ['with a denial', 'O:BAD:PAI(D;OICI;FA;;;AN)(A;OICI;FA;;;BA)'],
    ['with what a creator gets', 'O:BAD:PAI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;BA)'],
    ['with an empty list', 'O:BAD:P'],
  ] as const)
    test(what, () => assert.equal(judge(sddl).ok, true))
})

describe('a folder that is not trusted', () => {
  for (const [what, sddl] of [
    ['made by a user', 'O:S-1-5-21-1-2-3-1001G:S-1-5-21-1-2-3-513D:PAI(A;OICI;FA;;;BA)'],
    ['owned by Users', 'O:BUD:PAI(A;OICI;FA;;;BA)'],
    ['planted, with what ProgramData lets users inherit', 'O:BAD:AI(A;OICIID;FA;;;BA)(A;CIID;DCLCRPCR;;;BU)'],
    ['writable for Users in what is made inside', 'O:BAD:PAI(A;OICI;FA;;;BA)(A;OICIIO;GW;;;BU)'],
    ['writable for one user', 'O:BAD:PAI(A;OICI;FA;;;BA)(A;;0x1301bf;;;S-1-5-21-1-2-3-1001)'],
    ['deletable for everybody', 'O:BAD:PAI(A;;SD;;;WD)'],
    ['whose list everybody may change', 'O:BAD:PAI(A;;WD;;;WD)'],
    ['whose owner Users may become', 'O:BAD:PAI(A;;WO;;;BU)'],
    ['whose contents Users may delete', 'O:BAD:PAI(A;;DT;;;BU)'],
    ['with what a creator gets, here and now', 'O:BAD:PAI(A;OICI;GA;;;CO)'],
    ['for all application packages', 'O:BAD:PAI(A;OICI;FA;;;AC)'],
    ['with no list at all', 'O:BAD:NO_ACCESS_CONTROL'],
    ['without a list', 'O:BAG:SY'],
    ['without an owner', 'D:PAI(A;OICI;FA;;;BA)'],
    ['with a condition', 'O:BAD:PAI(XA;;FA;;;WD;(@User.Title=="x"))'],
    ['with a right that is not known', 'O:BAD:PAI(A;;ZZ;;;BU)'],
    ['with an object entry', 'O:BAD:PAI(OA;;WP;bf967a86-0de6-11d0-a285-00aa003049e2;;BU)'],
    ['with nothing', ''],
    ['with something behind the end', `${made}(A;;FA;;;WD)x`],
    ['owned by TrustedInstaller, who made none of ours', drive],
  ] as const)
    test(what, () => {
      const answer = judge(sddl)
      assert.equal(answer.ok ? 'trusted' : answer.fault.code, 'denied')
      assert.match(answer.ok ? '' : answer.fault.message, /journal .* Nothing was written/)
    })

  test('a planted product folder spoils the journal in it', () => {
    const answer = judge(made, { product: 'O:S-1-5-21-1-2-3-1001D:AI(A;OICIID;FA;;;BA)' })
    assert.match(answer.ok ? '' : answer.fault.message, /PKU2U Doctor belongs to somebody/)
  })

  test('a folder above from which users may delete or rename', () => {
    for (const more of ['(A;CI;DT;;;BU)', '(A;;SD;;;BU)', '(A;;FA;;;WD)', '(A;;GA;;;AU)'])
      assert.equal(judge(made, { above: programData + more }).ok, false, more)
  })

  test('a link anywhere on the way', () => {
    for (const link of [0, 1, 2, 3]) assert.equal(judge(made, { link }).ok, false)
  })

  test('a path that is too short to be ours, and none', () => {
    assert.equal(judgeFolder([{ path: 'C:\\', isReparsePoint: false, sddl: made }], 2).ok, false)
    assert.equal(judgeFolder([], 0).ok, false)
  })
})
