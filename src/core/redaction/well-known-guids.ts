/**
 * Applications of Microsoft that sign-in events name, the two web account providers, and the unit in the issuer of every
 * `MS-Organization-Access` certificate. Source: "Verify first-party Microsoft applications in sign-in reports",
 * https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
const applications = `a4a365df-50f1-4397-bc59-1a1564b8bb9c, 372140e0-b3b7-4226-8ef9-d57986796201,
  38aa3b87-a06d-4817-b275-7a316988d93b, 29d9ed98-a469-4536-ade2-f981bc1d605e, 01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9,
  dd762716-544d-4aeb-a526-687b73838a22, 1b730954-1685-4b74-9bfd-dac224a7b894, d3590ed6-52b3-4102-aeff-aad2292ab01c,
  9ba1a5c7-f17a-4de9-a1f1-6178c8d51223, b16898c6-a148-4967-9171-64d755da8520, d7f9888f-e3fc-49b0-9ea6-a85b5f392a4f,
  1fec8e78-bce4-4aaf-ab1b-5451cc387264, 5e3ce6c0-2b1f-4285-8d4b-75ee78787346, 04b07795-8ddb-461a-bbee-02f9e1bf7b46,
  1950a258-227b-4e31-a9cf-717495945fc2, 14d82eec-204b-4c2f-b7e8-296a70dab67e, de8bc8b5-d9f9-48b1-a8ad-b748da725064,
  4765445b-32c6-49b0-83e6-1d93765276ca, ab9b8c07-8f02-4f72-87fa-80105867a763, d4ebce55-015a-49b5-a083-c84d1797ae8c,
  9bc3ab49-b65d-410a-85ad-de819febfddc, 797f4846-ba00-4fd7-ba43-dac1f8f63013, c44b4083-3bb0-49c1-b47d-974e53cbdf3c,
  0af06dc6-e4b5-4f28-818e-e78e62d137a5, 9cdead84-a844-4324-93f2-b2e6bb768d07, 82dbaca4-3e81-46ca-9c73-0950c1eaca97`

/**
 * What signs in to remote PCs: Windows Cloud Login. Source: "Configure single sign-on for Azure Virtual Desktop using
 * Microsoft Entra ID", https://learn.microsoft.com/azure/virtual-desktop/configure-single-sign-on
 */
const cloudLogin = '270efc09-cd0d-444b-a71f-39af4910ec45'

/**
 * Client-side extensions of Group Policy, as `…\Winlogon\GPExtensions` lists them on every PC. Source: "[MS-GPPREF]: Group
 * Policy: Preferences Extension Data Structure", https://learn.microsoft.com/openspecs/windows_protocols/ms-gppref
 */
const extensions = `0acdd40c-75ac-47ab-baa0-bf6de7e7fe63, 0e28e245-9368-4853-ad84-6da3ba35bb75,
  17d89fec-5c44-4972-b12d-241caef74509, 1a6364eb-776b-4120-ade1-b63a406a76b5, 3a0dba37-f8b2-4356-83de-3e90bd5c261f,
  426031c0-0b47-4852-b0ca-ac3d37bfcb39, 4cfb60c1-faa6-47f1-89aa-0b18730c9fd3, 5794dafd-be60-433f-88a2-1a31939ac01f,
  6232c319-91ac-4931-9385-e70c2b099f0e, 6a4c88c6-c502-4f74-8f60-2cb23edc24e2, 7150f9bf-48ad-4da4-a49c-29ef4a8369ba,
  74ee6c03-5363-4554-b161-627540339cab, 7b849a69-220f-451e-b3fe-2cb811af94ae, 91fbb303-0cd5-4055-bf42-e512a681b325,
  a3f3e39b-5d83-4940-b954-28315b82f0a8, aadced64-746c-4633-a97c-d61349046527, b087be9d-ed37-454f-af9c-04291e351182,
  bc75b1ed-5833-4858-9bb8-cbf0b166df9d, c418dd9d-0d14-4efb-8fbf-cfe535c8fac7, c631df4c-088f-4156-b058-4375f0853cd8,
  cf7639f3-aba2-41db-97f2-81e2c5dbfc5d, e47248ba-94cc-49c4-bbb5-9eb7f05183d0, e4f48e54-f38d-4884-bfb9-d4d2e5729c18,
  e5094040-c46c-4115-b030-04fb2e545b00, e62688f0-25fd-4c90-bff5-f508b9d2e31f, f3ccc681-b74c-4060-9f26-cd84525dca2a,
  f9c77450-3a41-477e-9310-9acd617bd9e3, fb2ca36d-0b40-4307-821b-a13b252de56c, d02b1f72-3407-48ae-ba88-e8213c6761f1,
  d02b1f73-3407-48ae-ba88-e8213c6761f1`

/** Ways to sign in, as `…\Authentication\Credential Providers` lists them on every PC: password, smart card, Windows Hello, security key. */
const credentialProviders = `60b78e88-ead8-445c-9cfd-0b87f74ea6cd, 6f45dc1e-5384-457a-bc13-2cd81b0d28ed,
  8af662bf-65a0-4d0a-a540-a338a999d36f, 8fd7e19c-3bf7-489b-a72c-846ab3678c96, 94596c7e-3744-41ce-893e-bbf09122f76a,
  bec09223-b018-416d-a0ac-523971b639f5, c885aa15-1764-4293-b82a-0586add46b35, cb82ea12-9f71-446d-89e1-8d0924e1256e,
  d6886603-9d2f-4eb2-b667-1971041fa96b, f8a0b131-5f68-486c-8040-7e8fc3c85bb6, f8a1793b-7873-4046-b2a7-1f318747f427,
  48b4e58d-2791-456c-9091-d524c6c706f2, c5d7540a-cd51-453b-b22b-05305ba03f07, 27fbdb57-b613-4af2-9d7e-4fa7a66c21ad,
  2135f72a-90b5-4ed3-a7f1-8bb705ac276a, 1b283861-754f-4022-ad47-a5eaaa618894, 1ee7337f-85ac-45e2-a23c-37c753209769,
  25cbb996-92ed-457e-b28c-4774084bd562, 3dd6bec0-8193-4ffe-ae25-e08e39ea4063`

/** Ids that are the same everywhere, in small letters. */
export const wellKnownGuids: ReadonlySet<string> = new Set(
  [applications, cloudLogin, extensions, credentialProviders].flatMap((list) => list.split(/,\s+/)),
)
