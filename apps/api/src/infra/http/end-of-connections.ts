import type { NextFunction, Request, Response } from 'express';
import type { Lifecycle } from '../lifecycle/lifecycle.js';

/** A node that drains ends each connection with its next answer: a busy one would outlive the drain. */
export const endOfConnections =
  (lifecycle: Lifecycle) =>
  (_: Request, response: Response, next: NextFunction): void => {
    if (lifecycle.isDraining) response.setHeader('Connection', 'close');
    next();
  };
