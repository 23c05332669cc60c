create table api_key (
  id            text        primary key,
  tenant        text        not null,
  name          text        not null,
  scopes        text        not null,
  secret_sha256 bytea       not null,
  created_at    timestamptz not null,
  revoked_at    timestamptz
);
create index api_key_tenant on api_key (tenant, created_at);

create table run (
  id          uuid        primary key,
  tenant      text        not null,
  task        text        not null,
  started_at  timestamptz not null,
  finished_at timestamptz not null,
  request     text        not null,
  prompt      text,
  raw_output  text,
  candidates  text        not null,
  result      text        not null
);
create index run_tenant on run (tenant, started_at);

create table workbook (
  id         uuid        primary key,
  tenant     text        not null,
  file_name  text        not null,
  content    bytea       not null,
  created_at timestamptz not null
);
create index workbook_tenant on workbook (tenant, created_at);

-- answers to requests with an idempotency key; without a status the request is being worked on
create table answer (
  tenant         text        not null,
  key            text        not null,
  request_sha256 text        not null,
  created_at     timestamptz not null,
  claimed_until  timestamptz not null,
  status         integer,
  body           text,
  primary key (tenant, key)
);
create index answer_created on answer (created_at);
