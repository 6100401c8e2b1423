/**
 * Draws icon.png and icon.ico from icon.svg: `node assets/render-icons.mjs`, with Chromium installed.
 * Only needed when the drawing changes; its results are kept in the repository.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArgs, findChromium } from '../scripts/chromium.mjs'

const here = import.meta.dirname
const svg = readFileSync(join(here, 'icon.svg'), 'utf8')
const sizes = [16, 24, 32, 48, 64, 128, 256]

/** An .ico file is a table of pictures; since Windows Vista each may be a PNG as it is. */
const ico = (pictures) => {
  const headerSize = 6
  const entrySize = 16
  const header = Buffer.alloc(headerSize + entrySize * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = headerSize + entrySize * index
    // 256 is written as 0.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArgs })
const draw = async (size) => {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}
const pictures = []
for (const size of sizes) pictures.push({ size, png: await draw(size) })
writeFileSync(join(here, 'icon.ico'), ico(pictures))
writeFileSync(join(here, 'icon.png'), await draw(512))
await browser.close()
