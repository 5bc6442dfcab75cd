/** Where the test clock was moved to, for every process on the database. One row, and none before a test clock was used. */
export const testClock = `
create table test_clock (
  only_one boolean primary key default true check (only_one),
  offset_ms bigint not null check (offset_ms >= 0),
  moves int not null
);
`;
