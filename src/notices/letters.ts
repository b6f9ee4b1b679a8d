import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { type Locale } from '../i18n/i18n.js';
import { localeOf, noticeText } from '../i18n/notices.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';
import { LiveNotices } from './live-notices.js';
import { type Notice } from './notice.entity.js';

/** A notice in words: to whom, in which language, and what. */
export interface Letter {
  email: string;
  name: string;
  locale: Locale;
  params: Notice['params'];
  subject: string;
  text: string;
}

@Injectable()
export class Letters {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly live: LiveNotices,
  ) {}

  /** The notice as it would be sent now, or as it was; null when it has nothing left to say. */
  async write(notice: Notice, at: string, withLink: boolean): Promise<Letter | null> {
    const params = await this.live.paramsOf(notice, at);
    if (!params) return null;
    const { kind, bodyId } = notice;
    const { email, name, locale } = await this.recipient(notice);
    const body = bodyId ? await this.db.read.findOneBy(TrainingBody, { id: bodyId }) : null;
    const { publicUrl } = this.config;
    const link = withLink && notice.link ? publicUrl + notice.link : null;
    const words = noticeText({ kind, params, name, bodyName: body?.name ?? null, publicUrl, link }, locale);
    return { email, name, locale, params, ...words };
  }

  /** Of somebody with an account as it is now, unless it has gone out already. */
  private async recipient({ userId, email, name, locale }: Notice): Promise<Pick<Letter, 'email' | 'name' | 'locale'>> {
    const user = userId && email === null ? await this.db.read.findOneBy(User, { id: userId }) : null;
    const to = user ?? { email, name, locale };
    return { email: to.email ?? '', name: to.name ?? '', locale: localeOf(to.locale) };
  }
}
