-- tables
table batch rls forced
table bundle rls forced
table command rls forced
table conflict rls forced
table credential
table device rls forced
table dms_connection rls forced
table dms_export rls forced
table dms_export_history rls forced
table journal_entry rls forced
table journal_file rls forced
table journal_setting rls forced
table log HASH (shop_id) rls forced
table log_0 partition rls forced
table log_1 partition rls forced
table log_2 partition rls forced
table log_3 partition rls forced
table log_4 partition rls forced
table log_5 partition rls forced
table log_6 partition rls forced
table log_7 partition rls forced
table membership rls forced
table migration
table number_block rls forced
table person
table photo rls forced
table record HASH (shop_id) rls forced
table record_0 partition rls forced
table record_1 partition rls forced
table record_2 partition rls forced
table record_3 partition rls forced
table record_4 partition rls forced
table record_5 partition rls forced
table record_6 partition rls forced
table record_7 partition rls forced
table refusal rls forced
table session
table shop rls forced
table sign_in_attempt
table verification

-- columns
column batch.device_id text not null
column batch.hash text not null
column batch.incarnation uuid not null
column batch.n bigint not null
column batch.person_id text not null
column batch.received_at timestamp with time zone not null default CURRENT_TIMESTAMP
column batch.shop_id uuid not null
column batch.verdicts jsonb not null
column bundle.bytes bytea not null
column bundle.dictionary integer not null
column bundle.hash text not null
column bundle.header jsonb not null
column bundle.seq bigint not null
column bundle.shop_id uuid not null
column bundle.workfile_id uuid not null
column command.device_id text not null
column command.edits jsonb not null
column command.hash text not null
column command.id uuid not null
column command.name text not null
column command.params jsonb not null
column command.person_id text not null
column command.received_at timestamp with time zone not null default CURRENT_TIMESTAMP
column command.result jsonb
column command.seq bigint
column command.settled_at timestamp with time zone
column command.shop_id uuid not null
column command.state text not null
column conflict.base text
column conflict.device_id text not null
column conflict.edits text[] not null
column conflict.group_name text not null
column conflict.id uuid not null
column conflict.kind text not null
column conflict.open boolean not null
column conflict.person_id text not null
column conflict.record_id uuid not null
column conflict.shop_id uuid not null
column conflict.value jsonb not null
column credential.access_token text
column credential.access_token_expires_at timestamp with time zone
column credential.account_id text not null
column credential.created_at timestamp with time zone not null default CURRENT_TIMESTAMP
column credential.id text not null
column credential.id_token text
column credential.password text
column credential.person_id text not null
column credential.provider_id text not null
column credential.refresh_token text
column credential.refresh_token_expires_at timestamp with time zone
column credential.scope text
column credential.updated_at timestamp with time zone not null
column device.id text not null
column device.incarnation uuid not null
column device.name text not null
column device.person_id text not null
column device.place integer
column device.registered_at timestamp with time zone not null default CURRENT_TIMESTAMP
column device.revoked_at timestamp with time zone
column device.seen_at timestamp with time zone not null default CURRENT_TIMESTAMP
column device.shop_id uuid not null
column dms_connection.is_on boolean not null
column dms_connection.person_id text not null
column dms_connection.secret_names jsonb not null default '[]'::jsonb
column dms_connection.secrets text not null
column dms_connection.setup jsonb not null
column dms_connection.shop_id uuid not null
column dms_connection.updated_at timestamp with time zone not null default CURRENT_TIMESTAMP
column dms_export.asked_by text not null
column dms_export.device_id text not null
column dms_export.epoch text not null
column dms_export.fence bigint not null
column dms_export.kind text not null
column dms_export.partner text not null
column dms_export.person_id text not null
column dms_export.reference text not null
column dms_export.request jsonb not null
column dms_export.request_hash text not null
column dms_export.round integer not null
column dms_export.sent jsonb not null
column dms_export.shop_id uuid not null
column dms_export.state jsonb not null
column dms_export.subject uuid not null
column dms_export.workfile_id uuid not null
column dms_export_history.at timestamp with time zone not null default CURRENT_TIMESTAMP
column dms_export_history.fence bigint not null
column dms_export_history.kind text not null
column dms_export_history.n bigint not null
column dms_export_history.note text not null
column dms_export_history.person_id text not null
column dms_export_history.request jsonb not null
column dms_export_history.round integer not null
column dms_export_history.shop_id uuid not null
column dms_export_history.state jsonb not null
column dms_export_history.subject uuid not null
column journal_entry.about text not null
column journal_entry.n integer not null
column journal_entry.receipt_id uuid not null
column journal_entry.reference text not null
column journal_entry.shop_id uuid not null
column journal_file.ask_id uuid not null
column journal_file.content text not null
column journal_file.device_id text not null
column journal_file.entries integer not null
column journal_file.first_day text not null
column journal_file.last_day text not null
column journal_file.made_at timestamp with time zone not null default CURRENT_TIMESTAMP
column journal_file.made_by text not null
column journal_file.n integer not null
column journal_file.person_id text not null
column journal_file.shop_id uuid not null
column journal_file.through text not null
column journal_file.total_cents bigint not null
column journal_setting.epoch text not null
column journal_setting.person_id text not null
column journal_setting.settings jsonb not null
column journal_setting.shop_id uuid not null
column journal_setting.updated_at timestamp with time zone not null default CURRENT_TIMESTAMP
column log.at timestamp with time zone not null default CURRENT_TIMESTAMP
column log.base text
column log.device_id text not null
column log.edit text not null
column log.group_name text not null
column log.kind text not null
column log.mark text not null
column log.person_id text not null
column log.record_id uuid not null
column log.seq bigint not null
column log.shop_id uuid not null
column log.value jsonb not null
column membership.created_at timestamp with time zone not null default CURRENT_TIMESTAMP
column membership.person_id text not null
column membership.role text not null
column membership.shop_id uuid not null
column migration.applied_at timestamp with time zone not null
column migration.version integer not null
column number_block.command_id uuid not null
column number_block.device_id text not null
column number_block.epoch text not null
column number_block.first bigint not null
column number_block.last bigint not null
column number_block.leased_at timestamp with time zone not null default CURRENT_TIMESTAMP
column number_block.series text not null
column number_block.shop_id uuid not null
column person.created_at timestamp with time zone not null default CURRENT_TIMESTAMP
column person.email text not null
column person.email_verified boolean not null
column person.id text not null
column person.image text
column person.name text not null
column person.updated_at timestamp with time zone not null default CURRENT_TIMESTAMP
column photo.bytes integer not null
column photo.device_id text not null
column photo.part text not null
column photo.person_id text not null
column photo.sha256 text not null
column photo.shop_id uuid not null
column photo.stored_at timestamp with time zone not null default CURRENT_TIMESTAMP
column photo.type text not null
column record.deleted boolean not null default false
column record.edit text not null
column record.edits jsonb not null default '{}'::jsonb
column record.id uuid not null
column record.kind text not null
column record.ro text default CASE WHEN (kind = 'workfile'::text) THEN (value #>> '{number,ro}'::text[]) ELSE NULL::text END
column record.seq bigint not null
column record.shop_id uuid not null
column record.value jsonb not null
column record.workfile_id uuid not null
column refusal.at timestamp with time zone not null default CURRENT_TIMESTAMP
column refusal.base text
column refusal.code text not null
column refusal.device_id text not null
column refusal.edit text not null
column refusal.group_name text not null
column refusal.kind text not null
column refusal.person_id text not null
column refusal.record_id uuid not null
column refusal.shop_id uuid not null
column refusal.value jsonb not null
column session.created_at timestamp with time zone not null default CURRENT_TIMESTAMP
column session.device_id text
column session.expires_at timestamp with time zone not null
column session.id text not null
column session.ip_address text
column session.person_id text not null
column session.token text not null
column session.updated_at timestamp with time zone not null
column session.user_agent text
column shop.bundled_seq bigint not null default 0
column shop.created_at timestamp with time zone not null default CURRENT_TIMESTAMP
column shop.epoch text not null
column shop.first_epoch text not null default ''::text
column shop.id uuid not null
column shop.last_mark text not null default ''::text
column shop.last_seq bigint not null default 0
column shop.name text not null
column shop.time_zone text not null
column sign_in_attempt.failures integer not null
column sign_in_attempt.key text not null
column sign_in_attempt.since timestamp with time zone not null
column verification.created_at timestamp with time zone not null default CURRENT_TIMESTAMP
column verification.expires_at timestamp with time zone not null
column verification.id text not null
column verification.identifier text not null
column verification.updated_at timestamp with time zone not null default CURRENT_TIMESTAMP
column verification.value text not null

-- constraints
constraint batch.batch_n_check CHECK ((n >= 1))
constraint batch.batch_pkey PRIMARY KEY (shop_id, device_id, incarnation, n)
constraint bundle.bundle_dictionary_check CHECK ((dictionary >= 0))
constraint bundle.bundle_pkey PRIMARY KEY (shop_id, workfile_id)
constraint bundle.bundle_seq_check CHECK ((seq >= 1))
constraint command.command_check CHECK (((state = ANY (ARRAY['done'::text, 'refused'::text])) = ((result IS NOT NULL) AND (settled_at IS NOT NULL))))
constraint command.command_check1 CHECK (((state = 'done'::text) = (seq IS NOT NULL)))
constraint command.command_pkey PRIMARY KEY (shop_id, id)
constraint command.command_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'uncertain'::text, 'done'::text, 'refused'::text])))
constraint conflict.conflict_edits_check CHECK ((cardinality(edits) >= 1))
constraint conflict.conflict_pkey PRIMARY KEY (shop_id, id)
constraint credential.credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
constraint credential.credential_pkey PRIMARY KEY (id)
constraint device.device_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
constraint device.device_pkey PRIMARY KEY (shop_id, id)
constraint device.device_place_check CHECK ((place >= 1))
constraint device.device_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint dms_connection.dms_connection_pkey PRIMARY KEY (shop_id)
constraint dms_connection.dms_connection_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint dms_export.dms_export_fence_check CHECK ((fence >= 0))
constraint dms_export.dms_export_kind_check CHECK ((kind = ANY (ARRAY['customer'::text, 'vehicle'::text, 'reservation'::text, 'repair-order'::text, 'payment'::text])))
constraint dms_export.dms_export_pkey PRIMARY KEY (shop_id, kind, subject)
constraint dms_export.dms_export_round_check CHECK ((round >= 1))
constraint dms_export.dms_export_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint dms_export_history.dms_export_history_pkey PRIMARY KEY (shop_id, n)
constraint dms_export_history.dms_export_history_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint journal_entry.journal_entry_about_check CHECK ((about = ANY (ARRAY['receipt'::text, 'void'::text])))
constraint journal_entry.journal_entry_pkey PRIMARY KEY (shop_id, receipt_id, about)
constraint journal_entry.journal_entry_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint journal_entry.journal_entry_shop_id_n_fkey FOREIGN KEY (shop_id, n) REFERENCES journal_file(shop_id, n)
constraint journal_file.journal_file_entries_check CHECK ((entries >= 1))
constraint journal_file.journal_file_n_check CHECK ((n >= 1))
constraint journal_file.journal_file_pkey PRIMARY KEY (shop_id, n)
constraint journal_file.journal_file_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint journal_setting.journal_setting_pkey PRIMARY KEY (shop_id)
constraint journal_setting.journal_setting_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint log.log_pkey PRIMARY KEY (shop_id, seq)
constraint log.log_shop_id_edit_key UNIQUE (shop_id, edit)
constraint membership.membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
constraint membership.membership_pkey PRIMARY KEY (shop_id, person_id)
constraint membership.membership_role_check CHECK ((role = ANY (ARRAY['technician'::text, 'office'::text, 'estimator'::text, 'manager'::text, 'administrator'::text])))
constraint membership.membership_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint migration.migration_pkey PRIMARY KEY (version)
constraint number_block.number_block_check CHECK ((first <= last))
constraint number_block.number_block_first_check CHECK ((first >= 1))
constraint number_block.number_block_pkey PRIMARY KEY (shop_id, series, first)
constraint person.person_email_key UNIQUE (email)
constraint person.person_pkey PRIMARY KEY (id)
constraint photo.photo_bytes_check CHECK ((bytes > 0))
constraint photo.photo_part_check CHECK ((part = ANY (ARRAY['thumb'::text, 'full'::text])))
constraint photo.photo_pkey PRIMARY KEY (shop_id, sha256, part)
constraint photo.photo_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint photo.photo_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shop(id)
constraint photo.photo_type_check CHECK ((type = ANY (ARRAY['jpeg'::text, 'png'::text, 'webp'::text, 'pdf'::text])))
constraint record.record_pkey PRIMARY KEY (shop_id, kind, id)
constraint refusal.refusal_pkey PRIMARY KEY (shop_id, edit)
constraint session.session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
constraint session.session_pkey PRIMARY KEY (id)
constraint session.session_token_key UNIQUE (token)
constraint shop.shop_bundled_seq_check CHECK ((bundled_seq >= 0))
constraint shop.shop_last_seq_check CHECK ((last_seq >= 0))
constraint shop.shop_pkey PRIMARY KEY (id)
constraint sign_in_attempt.sign_in_attempt_pkey PRIMARY KEY (key)
constraint verification.verification_pkey PRIMARY KEY (id)

-- indexes
index CREATE INDEX bundle_seq_idx ON public.bundle USING btree (shop_id, seq)
index CREATE INDEX command_open_idx ON public.command USING btree (shop_id, received_at) WHERE (settled_at IS NULL)
index CREATE INDEX conflict_record_idx ON public.conflict USING btree (shop_id, kind, record_id)
index CREATE INDEX credential_person_id_idx ON public.credential USING btree (person_id)
index CREATE INDEX dms_export_history_subject_idx ON public.dms_export_history USING btree (shop_id, kind, subject, n)
index CREATE INDEX log_record_idx ON ONLY public.log USING btree (shop_id, record_id)
index CREATE INDEX membership_person_id_idx ON public.membership USING btree (person_id)
index CREATE INDEX record_ro_idx ON ONLY public.record USING btree (shop_id, ro) WHERE (ro <> ''::text)
index CREATE INDEX record_workfile_idx ON ONLY public.record USING btree (shop_id, workfile_id, kind)
index CREATE INDEX session_person_id_idx ON public.session USING btree (person_id)
index CREATE INDEX verification_identifier_idx ON public.verification USING btree (identifier)
index CREATE UNIQUE INDEX batch_pkey ON public.batch USING btree (shop_id, device_id, incarnation, n)
index CREATE UNIQUE INDEX bundle_pkey ON public.bundle USING btree (shop_id, workfile_id)
index CREATE UNIQUE INDEX command_pkey ON public.command USING btree (shop_id, id)
index CREATE UNIQUE INDEX conflict_pkey ON public.conflict USING btree (shop_id, id)
index CREATE UNIQUE INDEX credential_pkey ON public.credential USING btree (id)
index CREATE UNIQUE INDEX device_by_place ON public.device USING btree (shop_id, place)
index CREATE UNIQUE INDEX device_pkey ON public.device USING btree (shop_id, id)
index CREATE UNIQUE INDEX dms_connection_pkey ON public.dms_connection USING btree (shop_id)
index CREATE UNIQUE INDEX dms_export_history_pkey ON public.dms_export_history USING btree (shop_id, n)
index CREATE UNIQUE INDEX dms_export_pkey ON public.dms_export USING btree (shop_id, kind, subject)
index CREATE UNIQUE INDEX dms_export_reference_idx ON public.dms_export USING btree (shop_id, kind, reference)
index CREATE UNIQUE INDEX journal_entry_pkey ON public.journal_entry USING btree (shop_id, receipt_id, about)
index CREATE UNIQUE INDEX journal_entry_reference_idx ON public.journal_entry USING btree (shop_id, reference)
index CREATE UNIQUE INDEX journal_file_ask_idx ON public.journal_file USING btree (shop_id, ask_id)
index CREATE UNIQUE INDEX journal_file_pkey ON public.journal_file USING btree (shop_id, n)
index CREATE UNIQUE INDEX journal_setting_pkey ON public.journal_setting USING btree (shop_id)
index CREATE UNIQUE INDEX log_pkey ON ONLY public.log USING btree (shop_id, seq)
index CREATE UNIQUE INDEX log_shop_id_edit_key ON ONLY public.log USING btree (shop_id, edit)
index CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (shop_id, person_id)
index CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (version)
index CREATE UNIQUE INDEX number_block_pkey ON public.number_block USING btree (shop_id, series, first)
index CREATE UNIQUE INDEX person_email_key ON public.person USING btree (email)
index CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
index CREATE UNIQUE INDEX photo_pkey ON public.photo USING btree (shop_id, sha256, part)
index CREATE UNIQUE INDEX record_pkey ON ONLY public.record USING btree (shop_id, kind, id)
index CREATE UNIQUE INDEX refusal_pkey ON public.refusal USING btree (shop_id, edit)
index CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id)
index CREATE UNIQUE INDEX session_token_key ON public.session USING btree (token)
index CREATE UNIQUE INDEX shop_pkey ON public.shop USING btree (id)
index CREATE UNIQUE INDEX sign_in_attempt_pkey ON public.sign_in_attempt USING btree (key)
index CREATE UNIQUE INDEX verification_pkey ON public.verification USING btree (id)

-- policies
policy batch.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy bundle.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy command.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy conflict.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy device.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy dms_connection.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy dms_export.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy dms_export_history.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy journal_entry.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy journal_file.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy journal_setting.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log_0.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log_1.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log_2.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log_3.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log_4.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log_5.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log_6.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy log_7.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy membership.own select to public using (person_id = NULLIF(current_setting('app.person'::text, true), ''::text)) check -
policy membership.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy number_block.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy photo.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record_0.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record_1.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record_2.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record_3.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record_4.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record_5.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record_6.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy record_7.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy refusal.tenant all to public using (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (shop_id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)
policy shop.tenant all to public using (id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid) check (id = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)

-- grants
grant delete, insert, select, update on credential to app_user
grant delete, insert, select, update on membership to app_user
grant delete, insert, select, update on person to app_user
grant delete, insert, select, update on session to app_user
grant delete, insert, select, update on sign_in_attempt to app_user
grant delete, insert, select, update on verification to app_user
grant insert, select on batch to app_user
grant insert, select on dms_export_history to app_user
grant insert, select on journal_entry to app_user
grant insert, select on journal_file to app_user
grant insert, select on log to app_user
grant insert, select on number_block to app_user
grant insert, select on photo to app_user
grant insert, select, update on bundle to app_user
grant insert, select, update on command to app_user
grant insert, select, update on conflict to app_user
grant insert, select, update on device to app_user
grant insert, select, update on dms_connection to app_user
grant insert, select, update on dms_export to app_user
grant insert, select, update on journal_setting to app_user
grant insert, select, update on record to app_user
grant insert, select, update on refusal to app_user
grant insert, select, update on shop to app_user
