import language from '../../language.js';
import '../../desk.js';

export default {
  app: language === 'zh' ? { vendor: '投诉处理台 ·', name: '流程监控' } : { vendor: 'Complaint Desk ·', name: 'Cockpit' },
  locales: { availableLocales: [language], fallbackLocale: language },
  customScripts: ['scripts/insight/plugins', '../single-sign-on'],
  disableWelcomeMessage: true
};
