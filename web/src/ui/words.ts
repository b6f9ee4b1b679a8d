import { words } from '../i18n/words';

export const uiWords = words(
  {
    optional: '（選填）',
    offline: '目前連不上伺服器。請檢查網路後再試一次；您輸入的內容還在。',
    summary: '有些地方需要修正',
    inField: (name: string, detail: string) => `${name}：${detail}`,
    retry: '再試一次',
    loading: '讀取中…',
    more: '顯示更多',
    close: '關閉',
    cancel: '取消',
    fresh: '重新讀取',
    product: '試金石',
    notHere: '找不到這個頁面',
    unread: '讀不到這個頁面',
  },
  {
    optional: ' (optional)',
    offline: 'The server cannot be reached. Check the network and try again; what you entered is still here.',
    summary: 'Something needs to be put right',
    inField: (name: string, detail: string) => `${name}: ${detail}`,
    retry: 'Try again',
    loading: 'Loading…',
    more: 'Show more',
    close: 'Close',
    cancel: 'Cancel',
    fresh: 'Reload',
    product: 'Touchstone',
    notHere: 'This page is not here',
    unread: 'This page cannot be read now',
  },
);
