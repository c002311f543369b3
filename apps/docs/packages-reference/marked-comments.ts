import type { Comment, ProjectReflection } from 'typedoc';

const MARKS: ReadonlySet<string> = new Set(['@documented', '@observed', '@inferred']);

/** The marks of a comment, which would be headings of their own, as words at its end. */
function withMarks(comment: Comment): void {
  const marks = comment.blockTags.filter(({ tag }) => MARKS.has(tag));
  if (marks.length === 0) return;
  const told = marks.map(({ tag, content }) => {
    const about = content
      .map(({ text }) => text)
      .join('')
      .trim();
    return `*${about === '' ? '' : `${about}: `}${tag.slice(1)}*`;
  });
  comment.blockTags = comment.blockTags.filter((tag) => !marks.includes(tag));
  comment.summary.push({ kind: 'text', text: ` (${told.join(', ')})` });
}

/** Writes the marks of every comment of a project into its text. */
export function markComments(project: ProjectReflection): void {
  for (const { comment } of Object.values(project.reflections)) if (comment !== undefined) withMarks(comment);
}
