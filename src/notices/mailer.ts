import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config.js';
import { type MailAddress, isMailable } from '../mail-settings.js';

/** One mail to one person, in plain text. */
export interface Mail {
  messageId: string;
  to: MailAddress;
  subject: string;
  text: string;
  locale: string;
  date: Date;
}

/** Why a mail did not go out, as a code without anybody's words; `final` where trying again would be no use. */
export class MailRefused extends Error {
  constructor(
    readonly code: string,
    readonly final: boolean,
  ) {
    super(code);
    this.name = 'MailRefused';
  }
}

/** A mail that takes longer is taken for lost. Well below the time for which a sender has claimed it. */
const longestMs = 120_000;

/** Hands mail to the server of `SMTP_URL`, one connection a mail. */
@Injectable()
export class Mailer {
  private transport: Transporter | null = null;

  constructor(private readonly config: Config) {}

  /** Whether there is a server to hand mail to. */
  get ready(): boolean {
    return this.config.smtp !== null;
  }

  /** The part of a Message-ID that says whose it is. */
  get domain(): string {
    return this.config.mailFrom?.address.split('@')[1] ?? 'localhost';
  }

  /** Resolves once the server has taken the mail over; rejects with `MailRefused`. */
  async send({ messageId, to, subject, text, locale, date }: Mail): Promise<void> {
    if (!isMailable(to.address)) throw new MailRefused('EADDRESS', true);
    const from = this.config.mailFrom!;
    this.transport ??= this.connect();
    const sending = this.transport.sendMail({
      messageId,
      date,
      from: { name: oneLine(from.name), address: from.address },
      to: { name: oneLine(to.name), address: to.address },
      envelope: { from: from.address, to: [to.address] },
      subject: oneLine(subject),
      text,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await within(longestMs, sending).catch((error: unknown) => {
      throw refusalOf(error);
    });
  }

  private connect(): Transporter {
    const { host, port, secure, auth } = this.config.smtp!;
    // A password never leaves the machine in the clear, whatever the server offers or somebody between strips.
    const requireTLS = auth !== null && !/^(localhost|127\..*|::1)$/.test(host);
    const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
    return createTransport({ host, port, secure, requireTLS, ...(auth && { auth }), ...patience });
  }
}

/** Headers are one line, and say what they seem to: no control, formatting or separating characters. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim();

/** A server's answer may repeat addresses and secrets: only its number is kept. */
function refusalOf(error: unknown): MailRefused {
  const { code, responseCode, command } = error as { code?: unknown; responseCode?: unknown; command?: unknown };
  const name = typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'EUNKNOWN';
  const number = typeof responseCode === 'number' ? responseCode : 0;
  const theirs = command === 'RCPT TO' || command === 'DATA';
  return new MailRefused(number ? `${name} ${number}` : name, theirs && number >= 500 && number < 600);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
