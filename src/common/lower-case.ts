import { Injectable, type PipeTransform } from '@nestjs/common';

/** Ids made by clients come in either case; one record has one id. */
@Injectable()
export class LowerCase implements PipeTransform<string, string> {
  transform(value: string): string {
    return value.toLowerCase();
  }
}
