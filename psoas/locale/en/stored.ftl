### Files of an analysis that cannot be written or read back.

stored-unwritable = { $path }: cannot be written ({ $reason }); choose another --out
stored-unreadable = { $path }: cannot be read ({ $reason }); analyse the recording again
stored-no_summary = { $folder }: holds no { $name } ({ $reason }); expected a folder that psoas analyze wrote
stored-incomplete = { $path }: is not complete ({ $reason }); analyse the recording again
stored-not_json = { $path }: is not JSON ({ $reason }); analyse the recording again
stored-schema = { $path }: schema { $found } is not known; expected { $expected }
stored-field_missing = { $of }: is not complete ({ $place }: { $reason })
stored-part = summary: a part has not the shape of a { $of } ({ $place }: { $reason })
