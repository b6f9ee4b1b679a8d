import { Controller, Get, Header } from '@nestjs/common';
import { Public, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { homePage } from './page.js';

/** What a person sees who opens the server's address. */
@Public()
@Controller()
export class HomeController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Vary', 'Accept-Language')
  home(@RequestLocale() locale: Locale): string {
    return homePage(locale);
  }
}
