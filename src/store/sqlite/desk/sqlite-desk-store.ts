import type { DeskStore } from '../../desk-store.ts';
import { openAnswerDesk } from './answers.ts';
import { openAuditDesk } from './audit.ts';
import { backUpDesk } from './backup.ts';
import { readChangeNumber } from './change-number.ts';
import { DeskConnection } from './connection.ts';
import { openCorrectionDesk } from './corrections.ts';
import { openDeskDatabase } from './database.ts';
import { openFeedbackDesk } from './feedback.ts';
import { openFeedDesk } from './feeds.ts';
import { countUser, forgetUser } from './forget-user.ts';
import { openPollingDesk } from './polling.ts';
import { openPostDesk } from './posts.ts';
import { openSettingsDesk } from './settings.ts';
import { openWithdrawalDesk } from './withdrawals.ts';

/**
 * Opens the desk in a file, made empty where there is none. Several processes may have it open.
 *
 * @throws UserError `desk-damaged`, `desk-unwritable`, `desk-busy`, `desk-format-mismatch`
 */
export function openDeskStore(file: string): DeskStore {
  const desk = new DeskConnection(openDeskDatabase(file), file);
  return {
    ...openSettingsDesk(desk),
    ...openAnswerDesk(desk),
    ...openFeedbackDesk(desk),
    ...openPostDesk(desk),
    ...openWithdrawalDesk(desk),
    ...openCorrectionDesk(desk),
    ...openFeedDesk(desk),
    ...openPollingDesk(desk),
    ...openAuditDesk(desk),
    changeNumber: async () => readChangeNumber(desk),
    countUser: async (userId) => countUser(desk, userId),
    forgetUser: async (userId) => forgetUser(desk, userId),
    backupTo: (file) => backUpDesk(desk, file),
    async close() {
      desk.database.close();
    },
  };
}
