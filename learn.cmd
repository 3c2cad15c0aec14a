@echo off
rem The launcher of the course for Windows: learn COMMAND. Needs a JDK 17 or newer and nothing else.
rem It builds what is stale, then runs the command; the comments in the file "learn" say why.
rem JAVA_OPTS and LEARN_JAVA_OPTS are passed on to the JVM.
setlocal EnableExtensions DisableDelayedExpansion

set "COURSE=%~dp0"
set "COURSE=%COURSE:~0,-1%"
set "OUT=%COURSE%\target\learn"

rem ---- What no JVM can work with, said before one tries

if not "%COURSE:;=%"=="%COURSE%" (
  echo learn: cannot work in "%COURSE%", since Java ends a path at ';'; please rename the folder or move the course>&2
  exit /b 1
)
if not "%COURSE:!\=%"=="%COURSE%" (
  echo learn: cannot work in "%COURSE%", since Java ends an archive's path at '!\'; please rename the folder or move the course>&2
  exit /b 1
)

rem ---- Which Java: JAVA_HOME, else the java on the PATH

set "JAVA="
if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
) else (
  for %%i in (java.exe) do set "JAVA=%%~$PATH:i"
)
if not defined JAVA (
  echo learn: needs a JDK 17 or newer, but found no java: set JAVA_HOME, or put java on the PATH>&2
  exit /b 1
)
if not exist "%JAVA%" (
  echo learn: needs a JDK 17 or newer, but JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe>&2
  exit /b 1
)

set "VERSION="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~v"
set "MAJOR=0"
for /f "tokens=1,2 delims=.-+_" %%a in ("%VERSION%") do if "%%a"=="1" (set "MAJOR=%%b") else (set "MAJOR=%%a")
if %MAJOR% LSS 17 (
  echo learn: needs a JDK 17 or newer, but found Java %VERSION% at %JAVA%; set JAVA_HOME to a newer one>&2
  exit /b 1
)
for %%j in ("%JAVA%") do if not exist "%%~dpjjavac.exe" (
  echo learn: needs a JDK 17 or newer, but found only a runtime, Java %VERSION% without javac, at %JAVA%; set JAVA_HOME to a JDK>&2
  exit /b 1
)

rem ---- The build; the web site's room only for the command that needs it

set "ROOMS=src/engine,src,chapters,exercises/graded"
set "BOOK="
if /i "%~1"=="book" set "BOOK=book"
if /i "%~1 %~2"=="help book" set "BOOK=book"
if defined BOOK set "ROOMS=%ROOMS%,book"
if defined BOOK if exist "%COURSE%\book\live\pom.xml" set "ROOMS=%ROOMS%,book/live -Plive -Dlive.optional=true"
call :fresh
if not errorlevel 1 goto run
call :build
if errorlevel 1 exit /b 1
:run

rem ---- The JVM: the commands that compute start with the SIMD module

set "FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
for %%c in (train translate bench bottleneck walk jshell export) do if /i "%~1"=="%%c" set "FLAGS=-XX:MaxRAMPercentage=50 -XX:+UseSerialGC --add-modules=jdk.incubator.vector"
for %%h in (-h --help) do if "%~2"=="%%h" set "FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if %MAJOR% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
for /f "usebackq delims=" %%l in ("%OUT%\current") do set "BUILT=%OUT%\%%l"
for /f "usebackq delims=" %%l in ("%BUILT%\dependencies%BOOK%") do set "DEPENDENCIES=%%l"
rem A class path can be longer than a command line may be, so the JVM reads it from the environment.
set "CLASSPATH=%BUILT%\seq2seq-graded.jar;%BUILT%\seq2seq-chapters.jar;%BUILT%\seq2seq-core.jar;%BUILT%\seq2seq-engine.jar;%DEPENDENCIES%"
if defined BOOK set "CLASSPATH=%BUILT%\seq2seq-book.jar;%CLASSPATH%"
"%JAVA%" %FLAGS% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dseq2seq.home=%COURSE%" %JAVA_OPTS% %LEARN_JAVA_OPTS% seq2seq.cli.Main %*
exit /b %ERRORLEVEL%

rem ---- True (errorlevel 0) if there is a build and no source is newer
:fresh
if not exist "%OUT%\current" exit /b 1
powershell -NoProfile -Command ^
  "$id = (Get-Content -LiteralPath $env:OUT\current -TotalCount 1);" ^
  "$began = (Get-Item -LiteralPath $env:OUT\$id\started -ErrorAction SilentlyContinue).LastWriteTimeUtc;" ^
  "if (-not $began) { exit 1 };" ^
  "$names = @('pom.xml','src\pom.xml','src\engine\pom.xml','src\engine\module','src\main','chapters\pom.xml','chapters\main','exercises\graded\pom.xml','exercises\graded\main');" ^
  "if ($env:BOOK) { if (-not (Test-Path -LiteralPath $env:OUT\$id\seq2seq-book.jar)) { exit 1 }; $names += 'book\pom.xml','book\main','book\live\pom.xml','book\live\main' };" ^
  "$sources = $names | ForEach-Object { Join-Path $env:COURSE $_ } | Where-Object { Test-Path -LiteralPath $_ };" ^
  "$all = @($sources | ForEach-Object { Get-Item -LiteralPath $_ }) + @($sources | ForEach-Object { Get-ChildItem -LiteralPath $_ -Recurse });" ^
  "if ($all | Where-Object { $_.LastWriteTimeUtc -gt $began }) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

rem ---- Builds into a folder of its own, one build at a time
:build
if not exist "%OUT%" mkdir "%OUT%"
set /a WAITED=0
:lock
mkdir "%OUT%\building" 2>nul
if not errorlevel 1 goto locked
if %WAITED%==2 echo Waiting for another learn that is building (if there is none, delete %OUT%\building)...>&2
set /a WAITED+=1
ping -n 2 127.0.0.1 >nul
goto lock
:locked
call :fresh
if not errorlevel 1 goto unlock
echo Building the course (first time: downloads, about a minute)...>&2
set "NEXT=%RANDOM%%RANDOM%%RANDOM%"
mkdir "%OUT%\%NEXT%"
type nul >"%OUT%\%NEXT%\started"
if exist "%OUT%\unfinished" call :half_built
type nul >"%OUT%\unfinished"
pushd "%COURSE%"
call mvnw.cmd -q -B -pl %ROOMS% process-classes jar:jar dependency:build-classpath -DexcludeGroupIds=org.seq2seq -DincludeScope=runtime -Dmdep.outputFile=target/classpath.txt 1>&2
set "STATUS=%ERRORLEVEL%"
popd
rem This status is Ctrl-C's: Maven was ended in the middle of whatever it was writing.
if not "%STATUS%"=="-1073741510" del "%OUT%\unfinished"
if not "%STATUS%"=="0" goto failed
copy /y "%COURSE%\exercises\graded\target\seq2seq-graded-*.jar" "%OUT%\%NEXT%\seq2seq-graded.jar" >nul || goto failed
copy /y "%COURSE%\chapters\target\seq2seq-chapters-*.jar" "%OUT%\%NEXT%\seq2seq-chapters.jar" >nul || goto failed
copy /y "%COURSE%\src\target\seq2seq-core-*.jar" "%OUT%\%NEXT%\seq2seq-core.jar" >nul || goto failed
copy /y "%COURSE%\src\engine\target\seq2seq-engine-*.jar" "%OUT%\%NEXT%\seq2seq-engine.jar" >nul || goto failed
copy /y "%COURSE%\exercises\graded\target\classpath.txt" "%OUT%\%NEXT%\dependencies" >nul || goto failed
if defined BOOK copy /y "%COURSE%\book\target\seq2seq-book-*.jar" "%OUT%\%NEXT%\seq2seq-book.jar" >nul || goto failed
if defined BOOK copy /y "%COURSE%\book\target\classpath.txt" "%OUT%\%NEXT%\dependenciesbook" >nul || goto failed
>"%OUT%\current" echo %NEXT%
:unlock
rmdir "%OUT%\building"
exit /b 0
rem ---- What a build left that was ended by force: Maven would take half a jar for a whole one
:half_built
for %%M in (src\engine src chapters exercises\graded book) do (
  rmdir /s /q "%COURSE%\%%M\target\classes" 2>nul
  rmdir /s /q "%COURSE%\%%M\target\maven-status" 2>nul
  del /q "%COURSE%\%%M\target\seq2seq-*.jar" "%COURSE%\%%M\target\classpath.txt" 2>nul
)
exit /b 0

:failed
rmdir /s /q "%OUT%\%NEXT%"
rmdir "%OUT%\building"
echo learn: the build failed; the reason is above>&2
exit /b 1
