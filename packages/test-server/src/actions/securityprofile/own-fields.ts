/** Fields of a security profile that no argument can set, and those that are set otherwise. */
export const OWN_FIELDS = ['id', 'name', 'securityprofile', 'datecreated', 'datemodified', 'rules'] as const;

/** The same of a rule. */
export const OWN_RULE_FIELDS = [
  'id',
  'securityprofile',
  'rule',
  'position',
  'type',
  'verdict',
  'start',
  'end',
] as const;
