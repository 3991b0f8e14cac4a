//! What an assessment still lacks before it may be approved.
