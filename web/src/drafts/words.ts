import { words } from '../i18n/words';

export const draftWords = words(
  {
    new: '開始填寫後會自動儲存。',
    saved: (time: string) => `已自動儲存 ${time}`,
    changed: '尚未儲存…',
    sending: '儲存中…',
    failed: (why: string) => `還沒存起來：${why}`,
    offline: '沒有網路，還沒存起來。請不要關閉這個頁面，連上後會自動儲存。',
    conflict: '這份內容在別的地方改過了。請重新讀取，再繼續填寫。',
    reload: '重新讀取',
  },
  {
    new: 'It is saved by itself once you begin to write.',
    saved: (time: string) => `Saved ${time}`,
    changed: 'Not saved yet…',
    sending: 'Saving…',
    failed: (why: string) => `Not saved: ${why}`,
    offline: 'No network, not saved yet. Keep this page open; it is saved once there is one.',
    conflict: 'This was changed somewhere else. Reload, then go on writing.',
    reload: 'Reload',
  },
);
