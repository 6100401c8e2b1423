import { tokenOf } from './field-token.ts'
import {
  eventComputer,
  eventData,
  eventUser,
  formOfLine,
  formOfName,
  formOfRdpLine,
  listLine,
  rdpLine,
} from './fields.ts'
import type { Finder } from './finder.ts'

const findListLines: Finder = (text, pencil, put) => {
  for (const match of text.matchAll(listLine)) {
    const [line, label = '', colon = '', value = ''] = match
    const form = formOfLine(label, value)
    const start = match.index + line.indexOf(label) + label.length + colon.length
    if (form !== null && value.length < 300) put(start, start + value.length, tokenOf(form, value, pencil))
  }
}

const findRdpLines: Finder = (text, pencil, put) => {
  if (!text.includes(':s:')) return
  for (const match of text.matchAll(rdpLine)) {
    const [, name = '', type = '', value = ''] = match
    const form = formOfRdpLine(name)
    const start = match.index + name.length + type.length
    if (form !== null) put(start, start + value.length, tokenOf(form, value, pencil))
  }
}

const elements = [
  ['<Computer>', eventComputer, 'host'],
  ['<User>', eventUser, 'account'],
] as const
const findEventElements: Finder = (text, pencil, put) => {
  for (const [opening, element, form] of elements)
    if (text.includes(opening))
      for (const match of text.matchAll(element)) {
        const [, value = ''] = match
        const start = match.index + opening.length
        put(start, start + value.length, tokenOf(form, value, pencil))
      }
}

const findEventData: Finder = (text, pencil, put) => {
  if (!text.includes('<Data Name=')) return
  for (const match of text.matchAll(eventData)) {
    const [whole, name = '', value = ''] = match
    const form = formOfName(name)
    const start = match.index + whole.lastIndexOf(value, whole.length - 7)
    if (form !== null) put(start, start + value.length, tokenOf(form, value, pencil))
  }
}

/** What is told by the label in front of it. */
export const fieldFinders: readonly Finder[] = [findListLines, findRdpLines, findEventElements, findEventData]
