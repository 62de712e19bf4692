@echo off
rem Starts Soi in the background and opens its page, with a double click. Needs Python 3.11 or newer; where there is none,
rem uv brings one if it is here, else this says what to do. Nothing is installed beside this folder.
setlocal
chcp 65001 >nul
set "root=%~dp0..\.."
set "wish=%~1"
if not defined wish set "wish=open"
set "newer=import sys; sys.exit(sys.version_info[:2] < (3, 11))"

"%root%\.venv\Scripts\python.exe" -c "%newer%" >nul 2>nul && goto own
py -3 -c "%newer%" >nul 2>nul && goto launcher
python -c "%newer%" >nul 2>nul && goto path
where uv >nul 2>nul && goto uv
goto none

:own
"%root%\.venv\Scripts\python.exe" "%root%\scripts\dev.py" %wish%
goto end

:launcher
py -3 "%root%\scripts\dev.py" %wish%
goto end

:path
python "%root%\scripts\dev.py" %wish%
goto end

:uv
echo Đang tải Python bằng uv... / Bringing a Python with uv...
uv run --quiet --no-project --python 3.13 python "%root%\scripts\dev.py" %wish%
goto end

:none
echo.
echo Soi cần Python 3.11 trở lên. / Soi needs Python 3.11 or newer.
echo   winget install Python.Python.3.13
echo   https://www.python.org/downloads/windows/
echo Cài xong thì mở lại tệp này. / Then open this file again.
pause
exit /b 1

:end
set "status=%errorlevel%"
if not "%status%"=="0" pause
exit /b %status%
