#pragma once
// SHA-256 (FIPS 180-4, section 6.2): tells whether bytes are the ones that were written. Against accidents and stray
// edits, not as a signature: nothing here is secret.
#include <string>
#include <string_view>

namespace samverka {

// The digest as 64 lower-case hexadecimal digits. Linear.
std::string sha256_hex(std::string_view bytes);

// Whether `text` could have come from sha256_hex.
bool is_sha256_hex(std::string_view text);

}  // namespace samverka
