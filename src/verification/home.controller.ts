import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../common/request.js';
import { homePage } from './page.js';

/** What a person sees who opens the server's address. */
@Public()
@Controller()
export class HomeController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  home(): string {
    return homePage();
  }
}
