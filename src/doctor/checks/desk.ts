import { deskFileOf } from '../../config.ts';
import { inspectDesk } from '../../store/sqlite/desk/inspect-desk.ts';
import { ok } from '../check.ts';
import type { Finding, Patient } from '../check.ts';
import { describeUserError } from '../describe-user-error.ts';

/** Whether the database of what moderators decided opens, is whole, and is of a format that is known. */
export async function checkDesk({ settings }: Pick<Patient, 'settings'>): Promise<Finding[]> {
  const file = deskFileOf((await settings()).config);
  try {
    const desk = inspectDesk(file);
    if (desk === null) return [ok(`There is no ${file} yet; it is made at the first start`)];
    const { format, newestFormat } = desk;
    const older = format < newestFormat ? `, which the next start brings to ${newestFormat}` : '';
    return [ok(`${file} is whole, of format ${format}${older}`)];
  } catch (error) {
    return [describeUserError(error)];
  }
}
