import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type Request, type Response } from 'express';
import { DomainError } from './errors.js';
import { ProblemFilter } from './problem.filter.js';

/** Answers what no route took, wherever it is. Nest itself does so below `/api` only. */
@Injectable()
export class Unrouted implements OnApplicationBootstrap {
  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    const filter = new ProblemFilter();
    this.host.httpAdapter.use((request: Request, response: Response) => {
      filter.answer(new DomainError('not_found'), request, response);
    });
  }
}
