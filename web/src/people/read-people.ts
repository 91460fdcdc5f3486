import type { Schema } from '../api.ts'
import type { Role } from './roles.ts'

type Read = { people: Schema<'NewUser'>[]; unclear: { line: number; text: string }[] }
const MOST = 2_000

const roleWords: Record<string, Role> = {
  owner: 'owner',
  inhaberin: 'owner',
  inhaber: 'owner',
  organizer: 'organizer',
  organiser: 'organizer',
  organisation: 'organizer',
  approver: 'approver',
  freigabe: 'approver',
  auditor: 'auditor',
  prüfung: 'auditor',
  desk: 'desk',
  ausgabe: 'desk',
  member: 'member',
  mitglied: 'member',
}

/**
 * Reads people out of pasted cells, divided by tabs, semicolons or commas: whichever cell has an @ is the mail address,
 * whichever is a role is the role; of the others the first is the name, the second the department.
 */
export function readPeople(text: string): Read {
  const read: Read = { people: [], unclear: [] }
  const known = new Set<string>()
  const lines = text.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || read.people.length >= MOST) continue
    const person = readLine(line)
    if (person && !known.has(person.email.toLowerCase())) read.people.push(person)
    else if (!person && (index > 0 || lines.length === 1)) read.unclear.push({ line: index + 1, text: line.trim() })
    if (person) known.add(person.email.toLowerCase())
  }
  return read
}

function readLine(line: string): Schema<'NewUser'> | undefined {
  const mark = ['\t', ';', ','].find((mark) => line.includes(mark)) ?? '\t'
  const cells = line.split(mark).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''))
  const email = cells.find((cell) => /^[^\s@]+@[^\s@]+$/.test(cell))
  const roleCell = cells.find((cell, index) => index > 0 && roleWords[cell.toLowerCase()] !== undefined)
  const [name = '', department = ''] = cells.filter((cell) => cell !== '' && cell !== email && cell !== roleCell)
  if (email === undefined || name === '' || name.length > 200) return undefined
  const role = roleCell === undefined ? 'member' : (roleWords[roleCell.toLowerCase()] ?? 'member')
  return { name, email, role, department: department === '' ? null : department.slice(0, 200) }
}
