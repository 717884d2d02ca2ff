-- An exact code or barcode comes first in a search, and is found without sorting what else matches.
create index products_code_in_lower_case on products (lower(code));
create index products_barcode on products (barcode);
