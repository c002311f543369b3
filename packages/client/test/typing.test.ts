import { type Call, type PagedCall, createClient } from '@streamone/client';
import { bool, dateTime, integer, object, text } from '@streamone/core';
import { type ApiInfo, type Item, type Me, arrayOf, defineAction, hash, itemView } from '@streamone/core/catalogue';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { startScriptedServer, success } from './scripted-server.ts';
import { clientOf, credentials, errorOf } from './test-client.ts';
