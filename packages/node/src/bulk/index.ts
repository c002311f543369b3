export * from '@streamone/client/bulk';
