import language from '../../language.js';
import '../../desk.js';

export default {
  app: language === 'zh' ? { vendor: '投诉处理台 ·', name: '用户管理' } : { vendor: 'Complaint Desk ·', name: 'Admin' },
  locales: { availableLocales: [language], fallbackLocale: language },
  customScripts: ['../single-sign-on'],
  disableWelcomeMessage: true
};
