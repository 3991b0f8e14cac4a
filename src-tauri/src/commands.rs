//! The commands of the table as functions that the page can call; bodies live in the app crate.

use riskwright_app::{App, CommandError};
use serde_json::Value;
use tauri::{AppHandle, State};

macro_rules! tauri_commands {
    ($($identifier:ident, $name:literal, $effect:ident, $needs:ident, $word:ident::$verb:ident, $request:ident => $response:ident;)*) => {
        $(
            #[doc = concat!("`", $name, "` for the page.")]
            #[tauri::command(async)]
            pub fn $identifier(
                handle: AppHandle,
                app: State<'_, App>,
                request: Value,
            ) -> Result<Value, CommandError> {
                let answer = riskwright_app::call(&app, $name, request);
                crate::native::wipe_unless_open(&handle, &app);
                answer
            }
        )*

        /// Everything that the page may call.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![
                $($identifier,)*
                crate::native::native_choose_workspace,
                crate::native::native_choose_new_workspace,
                crate::native::native_open_document,
                crate::native::native_view_evidence,
                crate::native::native_save_document,
                crate::native::native_print,
                crate::native::native_save_audit,
                crate::native::native_save_report,
                crate::native::native_save_practice_sheet,
            ]
        }
    };
}

riskwright_app::for_each_command!(tauri_commands);
