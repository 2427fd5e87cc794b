import language from '../../language.js';
import '../../desk.js';
import { HELP } from './shortcuts.js';

const chinese = language === 'zh';

export default {
  app: chinese ? { vendor: '投诉处理台 ·', name: '任务' } : { vendor: 'Complaint Desk ·', name: 'Tasklist' },
  locales: { availableLocales: [language], fallbackLocale: language },
  customScripts: ['scripts/plugins', ...chinese ? ['scripts/chinese-forms'] : [], '../single-sign-on'],
  disableWelcomeMessage: true,
  shortcuts: HELP
};
