import { Config } from './config.js';
import { isMailable, mailAddress, mailServerAt } from './mail-settings.js';

describe('the address of a mail server', () => {
  it.each([
    ['smtp://mail.example.tw', { host: 'mail.example.tw', port: 587, secure: false, auth: null }],
    ['smtps://mail.example.tw', { host: 'mail.example.tw', port: 465, secure: true, auth: null }],
    ['smtp://127.0.0.1:2525/', { host: '127.0.0.1', port: 2525, secure: false, auth: null }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, auth: null }],
    ['smtp://a%40b:p%3A%2F@m', { host: 'm', port: 587, secure: false, auth: { user: 'a@b', pass: 'p:/' } }],
  ])('%s is understood', (text, server) => {
    expect(mailServerAt(text)).toEqual(server);
  });

  it.each([
    'mail.example.tw',
    'http://mail.example.tw',
    'smtp://',
    'smtp://m/path',
    'smtp://m?tls=no',
    'smtp://user@m',
    'smtp://:pass@m',
    'smtp://a:%zz@m',
    'smtp://m:99999',
  ])('%s is refused', (text) => {
    expect(mailServerAt(text)).toBeNull();
  });
});

describe('an address', () => {
  it.each([
    ['a@example.tw', { name: '', address: 'a@example.tw' }],
    ['試金石 <no-reply@example.tw>', { name: '試金石', address: 'no-reply@example.tw' }],
    ['"Touch, stone" <a@b>', { name: 'Touch, stone', address: 'a@b' }],
  ])('%s is understood', (text, address) => {
    expect(mailAddress(text)).toEqual(address);
  });

  it.each(['', 'a', 'a@', '@b', 'a@b, c@d', 'a <b@c> <d@e>', 'x\r\nBcc: y <a@b>', 'a@b..c', 'a@-b', 'a@[1.2.3.4]'])(
    '%j is refused',
    (text) => {
      expect(mailAddress(text)).toBeNull();
    },
  );

  it('may be written in any script, and is no longer than mail allows', () => {
    expect(isMailable('王@例子.臺灣')).toBe(true);
    expect(isMailable(`a@${'b'.repeat(252)}`)).toBe(true);
    expect(isMailable(`a@${'b'.repeat(253)}`)).toBe(false);
    expect(isMailable('a\u202e@example.tw')).toBe(false);
  });
});

describe('the settings of mail', () => {
  it('stop the start with their name and never with a password', () => {
    expect(() => new Config({ SMTP_URL: 'smtp://user:hunter2@m/x', MAIL_FROM: 'a@b' })).toThrow(
      /^SMTP_URL (?!.*hunter2)/,
    );
    expect(() => new Config({ SMTP_URL: 'smtp://m' })).toThrow(/^MAIL_FROM /);
    expect(() => new Config({ SMTP_URL: 'smtp://m', MAIL_FROM: 'nobody' })).toThrow(/^MAIL_FROM /);
  });

  it('are not needed', () => {
    expect(new Config({})).toMatchObject({ smtp: null, mailFrom: null });
  });
});
